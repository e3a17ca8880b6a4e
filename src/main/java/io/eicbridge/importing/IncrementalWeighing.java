package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import org.jdbi.v3.core.Handle;

/**
 * Ends the memberships of tags and segments whose members an incremental run read to the end, adds up what the run changes without
 * going through all accounts, and holds it where that is too much to be published unseen.
 */
public final class IncrementalWeighing {
    private final RunTransactions transactions;
    private final SegmentEnds ends;
    private final Slices slices;
    private final Entitlements entitlements;
    private final Publications publications;
    private final RunHolds holds;

    /** Weighs by these parts. */
    public IncrementalWeighing(
            RunTransactions transactions,
            SegmentEnds ends,
            Slices slices,
            Entitlements entitlements,
            Publications publications,
            RunHolds holds) {
        this.transactions = transactions;
        this.ends = ends;
        this.slices = slices;
        this.entitlements = entitlements;
        this.publications = publications;
        this.holds = holds;
    }

    void weigh(LiveRun run) {
        Tally over = new Tally();
        MemberReadingPlan.KINDS.forEach(kind -> ends.end(run, kind, over));
        transactions.read(handle -> {
            Tally tally = new Tally(slices.tally(handle, run.getId()));
            over.counts().forEach(tally::set);
            run.findings().weighed(run.dry() ? tally : againstThePublished(handle, run, tally));
            if (!run.findings().approved()) {
                holds.hold(handle, run);
            }
            return null;
        });
    }

    /** What is new counts against what is published: a run before this one may have stored it and failed. */
    private Tally againstThePublished(Handle handle, LiveRun run, Tally tally) {
        tally.set("accounts.created", publications.countNew(handle, run.getEndpoint(), run.getId()));
        run.source()
                .entitlements()
                .forEach(type -> tally.set(
                        "entitlements." + type + ".created",
                        entitlements.countNew(handle, run.getEndpoint(), type, run.getId(), run.hidden())));
        return tally;
    }
}
