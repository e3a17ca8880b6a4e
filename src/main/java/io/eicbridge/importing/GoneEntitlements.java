package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Ends the entitlements that Intercom confirmed to be gone, or that a list without pages no longer has. */
public final class GoneEntitlements {
    private static final String UNLISTED = "no longer listed";
    private final RunTransactions transactions;
    private final Slices slices;
    private final Entitlements entitlements;
    private final UnlistedSubscriptions subscriptions;
    private final Clock clock;

    /** Ends in this part of the directory what the journal knows to be gone. */
    public GoneEntitlements(RunTransactions transactions, Slices slices, Entitlements entitlements, Clock clock) {
        this.transactions = transactions;
        this.slices = slices;
        this.entitlements = entitlements;
        this.subscriptions = new UnlistedSubscriptions(entitlements);
        this.clock = clock;
    }

    /** Marks them as gone, which can be done again after a kill. */
    void mark(LiveRun run) {
        markAsked(run);
        transactions.write(
                run, handle -> mark(handle, run, UnlistedSubscriptions.TYPE, subscriptions.of(handle, run), UNLISTED));
    }

    /** Marks those that Intercom was asked about. */
    void markAsked(LiveRun run) {
        GoneSubjects.of(transactions, slices, run)
                .entitlements()
                .forEach((type, byReason) -> byReason.forEach(
                        (reason, ids) -> transactions.write(run, handle -> mark(handle, run, type, ids, reason))));
    }

    private int mark(Handle handle, LiveRun run, String type, List<String> ids, String reason) {
        return ids.isEmpty()
                ? 0
                : entitlements.markGone(handle, run.getEndpoint(), type, run.getId(), ids, reason, clock.instant());
    }

    /** Counts those that nobody could be asked about; the others are counted with their answers. */
    void countUnlisted(Handle handle, LiveRun run, Tally tally) {
        tally.add(
                "entitlements." + UnlistedSubscriptions.TYPE + ".gone",
                subscriptions.of(handle, run).size());
    }
}
