package io.eicbridge.importing;

import io.eicbridge.dialect.Limit;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the memberships of tags and segments whose members an incremental run read to the end, adds up what the run changes without
 * going through all accounts, and holds it where that is too much to be published unseen. More ends than a threshold allows do not
 * hold it: they are left to the next full run, which is weighed with all that is gone, so that new contacts need not wait for it.
 */
public final class IncrementalWeighing {
    private static final Logger LOG = LoggerFactory.getLogger(IncrementalWeighing.class);
    private final RunTransactions transactions;
    private final SegmentEnds ends;
    private final Slices slices;
    private final Entitlements entitlements;
    private final Publications publications;
    private final RunTallies known;
    private final RunHolds holds;

    /** Weighs by these parts. */
    public IncrementalWeighing(
            RunTransactions transactions,
            SegmentEnds ends,
            Slices slices,
            Entitlements entitlements,
            Publications publications,
            RunTallies known,
            RunHolds holds) {
        this.transactions = transactions;
        this.ends = ends;
        this.slices = slices;
        this.entitlements = entitlements;
        this.publications = publications;
        this.known = known;
        this.holds = holds;
    }

    void weigh(LiveRun run) {
        Tally over = new Tally();
        MemberReadingPlan.KINDS.forEach(kind -> end(run, kind, over));
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

    private void end(LiveRun run, SliceKind kind, Tally over) {
        String type = kind.type();
        long ending = ends.count(run, kind);
        if (ending > 0 && tooMany(run, type, ending)) {
            String words = ending + " memberships of " + type + " would end, more than the threshold allows: they stay"
                    + " until the next full import is weighed.";
            run.findings().tell(words);
            LOG.warn("{} {}", words, run.context());
        } else {
            ends.end(run, kind, over);
        }
    }

    private boolean tooMany(LiveRun run, String type, long ending) {
        Limit limit =
                run.source().parameters().thresholds().membershipRemovals().getOrDefault(type, Limit.NONE);
        return !limit.equals(Limit.NONE)
                && limit.isExceededBy(
                        ending,
                        transactions.read(handle -> known.known(handle, run.getEndpoint(), "memberships." + type)));
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
