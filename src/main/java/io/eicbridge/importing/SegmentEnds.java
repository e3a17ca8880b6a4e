package io.eicbridge.importing;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Ends the memberships of segments and tags whose members were all read; where Intercom's count disagrees none ends. */
public final class SegmentEnds {
    private final RunTransactions transactions;
    private final Slices slices;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final DisabledAccounts disabled;
    private final DrySegments dry;
    private final Clock clock;

    /** Ends in these parts of the directory; a dry run only counts. */
    public SegmentEnds(
            RunTransactions transactions,
            Slices slices,
            Entitlements entitlements,
            Memberships memberships,
            DisabledAccounts disabled,
            DrySegments dry,
            Clock clock) {
        this.transactions = transactions;
        this.slices = slices;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.disabled = disabled;
        this.dry = dry;
        this.clock = clock;
    }

    /** Those of segments. */
    void end(LiveRun run, Tally tally) {
        end(run, SliceKind.SEGMENT_MEMBERS, tally);
    }

    /** Those of the entitlements whose members slices of this kind read. */
    void end(LiveRun run, SliceKind kind, Tally tally) {
        if (run.dry()) {
            tally.add(gone(kind), dry.gone(run, kind));
            return;
        }
        Set<String> proven = proven(run, kind);
        if (!proven.isEmpty()) {
            transactions.write(run, handle -> endUnseen(handle, run, kind, proven, tally));
        }
    }

    /** How many would end. */
    long count(LiveRun run, SliceKind kind) {
        Set<String> proven = run.dry() ? Set.of() : proven(run, kind);
        return proven.isEmpty()
                ? 0
                : transactions.write(
                        run,
                        handle -> memberships.countUnseen(
                                handle,
                                run.writing(),
                                MemberReadingPlan.type(kind),
                                keys(handle, run, kind, proven),
                                disabled.keys(handle, run.getEndpoint())));
    }

    private Set<String> proven(LiveRun run, SliceKind kind) {
        return SegmentProof.proven(
                transactions.read(handle -> slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), kind.text())),
                kind);
    }

    private Tally endUnseen(Handle handle, LiveRun run, SliceKind kind, Set<String> proven, Tally tally) {
        String type = MemberReadingPlan.type(kind);
        memberships.endUnseen(
                handle, run.writing(), type, keys(handle, run, kind, proven), disabled.keys(handle, run.getEndpoint()));
        return tally.add(gone(kind), memberships.countEnded(handle, run.getEndpoint(), type, run.getId()));
    }

    private Set<Long> keys(Handle handle, LiveRun run, SliceKind kind, Set<String> ids) {
        String type = MemberReadingPlan.type(kind);
        return new HashSet<>(entitlements
                .refer(handle, run.getEndpoint(), type, run.getId(), clock.instant(), ids)
                .values());
    }

    private static String gone(SliceKind kind) {
        return "memberships." + MemberReadingPlan.type(kind) + ".gone";
    }
}
