package io.eicbridge.directory;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Clears away what dead runs left: they ended before a published full run, were never published, and wait for no approval. */
public final class Sweep {
    private static final int WINDOW = 10_000;
    private static final String DEAD = "select run from runs where endpoint = :endpoint and swept = false"
            + " and publication is null and run < :run and state in ('incomplete', 'failed', 'superseded')";

    /** Runs that may be swept once the given full run is published. */
    public Set<Long> dead(Handle handle, String endpoint, long run) {
        return handle.createQuery(DEAD)
                .bind("endpoint", endpoint)
                .bind("run", run)
                .mapTo(Long.class)
                .set();
    }

    /** Deletes memberships that dead runs began, takes back what they ended, and marks the runs as swept; {@code run} is the one that was published. Returns the rows. */
    public int sweep(Handle handle, String endpoint, long run, Set<Long> dead) {
        if (dead.isEmpty()) {
            return 0;
        }
        Endpoints.lock(handle, endpoint);
        int rows = 0;
        for (int typeNo : EntitlementTypes.of(handle, endpoint)) {
            rows += sweep(handle, typeNo, dead);
            PublicationLog.orphans(handle, endpoint, typeNo, run, dead);
            EntitlementRows.adopt(handle, typeNo, run, dead);
        }
        handle.createUpdate("update runs set swept = true where run = any(:dead)")
                .bindArray("dead", Long.class, dead)
                .execute();
        PublicationLog.forget(handle, dead);
        return rows;
    }

    private static int sweep(Handle handle, int typeNo, Set<Long> dead) {
        long at = PackedKey.firstMembership(typeNo, 0);
        long last = PackedKey.lastMembership(typeNo, PackedKey.PLACES);
        int rows = 0;
        List<Membership> window;
        do {
            window = MembershipRows.after(handle, at, last, WINDOW);
            at = window.isEmpty() ? at : window.get(window.size() - 1).key();
            rows += clear(handle, window, dead);
        } while (window.size() == WINDOW);
        return rows;
    }

    private static int clear(Handle handle, List<Membership> window, Set<Long> dead) {
        try (Batch deleted = new Batch(handle, "delete from memberships where membership = ?");
                Batch lasting = new Batch(handle, "update memberships set to_run = null where membership = ?")) {
            for (Membership membership : window) {
                if (dead.contains(membership.fromRun())) {
                    deleted.add(membership.key());
                } else if (membership.toRun() != null && dead.contains(membership.toRun())) {
                    lasting.add(membership.key());
                }
            }
            return deleted.execute() + lasting.execute();
        }
    }
}
