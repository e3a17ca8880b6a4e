package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.journal.Slices;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Ends the memberships of entitlements that are gone, for a run that does not read the lists of all who held them. */
public final class EndedEntitlements {
    private final RunTransactions transactions;
    private final Slices slices;
    private final Entitlements entitlements;
    private final Memberships memberships;

    /** Ends in these parts of the directory what the journal knows to be gone. */
    public EndedEntitlements(
            RunTransactions transactions, Slices slices, Entitlements entitlements, Memberships memberships) {
        this.transactions = transactions;
        this.slices = slices;
        this.entitlements = entitlements;
        this.memberships = memberships;
    }

    /** Visible once the run is published. */
    void end(LiveRun run, Tally tally) {
        GoneSubjects.of(transactions, slices, run).entitlements().forEach((type, byReason) -> byReason.values()
                .forEach(ids -> end(run, type, ids, tally)));
    }

    private void end(LiveRun run, String type, Collection<String> ids, Tally tally) {
        transactions.write(run, handle -> {
            Map<String, Long> keys = entitlements.keys(handle, run.getEndpoint(), type, ids);
            tally.add("memberships." + type + ".gone", ended(handle, run, type, new HashSet<>(keys.values())));
            if (run.dry()) {
                handle.rollback();
            }
            return null;
        });
    }

    private long ended(Handle handle, LiveRun run, String type, Set<Long> keys) {
        return keys.isEmpty()
                ? 0
                : memberships.endUnseen(handle, run.writing(), type, keys).ended();
    }
}
