package io.eicbridge.directory;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps the earlier times of memberships that begin anew, which their rows would forget. */
final class MembershipHistory {
    private static final String INSERT = "insert into membership_history (membership, from_run, to_run)"
            + " values (?, ?, ?) on conflict do nothing";

    private MembershipHistory() {}

    static void keep(Handle handle, List<Membership> ended) {
        if (ended.isEmpty()) {
            return;
        }
        try (Batch rows = new Batch(handle, INSERT)) {
            ended.forEach(membership -> rows.add(membership.key(), membership.fromRun(), membership.toRun()));
            rows.execute();
        }
    }
}
