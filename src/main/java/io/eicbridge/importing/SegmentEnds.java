package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Ends the memberships of segments whose members were all read; where Intercom's count disagrees none ends. */
public final class SegmentEnds {
    private static final String GONE = "memberships.Segment.gone";
    private final RunTransactions transactions;
    private final Slices slices;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final DrySegments dry;
    private final Clock clock;

    /** Ends in these parts of the directory; a dry run only counts. */
    public SegmentEnds(
            RunTransactions transactions,
            Slices slices,
            Entitlements entitlements,
            Memberships memberships,
            DrySegments dry,
            Clock clock) {
        this.transactions = transactions;
        this.slices = slices;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.dry = dry;
        this.clock = clock;
    }

    void end(LiveRun run, Tally tally) {
        if (run.dry()) {
            tally.add(GONE, dry.gone(run));
            return;
        }
        Set<String> proven = SegmentProof.proven(transactions.read(handle ->
                slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), SliceKind.SEGMENT_MEMBERS.text())));
        if (!proven.isEmpty()) {
            transactions.write(run, handle -> endUnseen(handle, run, proven, tally));
        }
    }

    private Tally endUnseen(Handle handle, LiveRun run, Set<String> proven, Tally tally) {
        Map<String, Long> keys =
                entitlements.refer(handle, run.getEndpoint(), "Segment", run.getId(), clock.instant(), proven);
        memberships.endUnseen(handle, run.writing(), "Segment", new HashSet<>(keys.values()));
        return tally.add(GONE, memberships.countEnded(handle, run.getEndpoint(), "Segment", run.getId()));
    }
}
