package io.eicbridge.importing;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Ends the memberships of segments and tags whose members were all read; where Intercom's count disagrees none ends. */
public final class SegmentEnds {
    private final RunTransactions transactions;
    private final Slices slices;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final DisabledAccounts disabled;
    private final SearchLag lag;
    private final DrySegments dry;
    private final Clock clock;

    /** Ends in these parts of the directory; a dry run only counts. */
    public SegmentEnds(
            RunTransactions transactions,
            Slices slices,
            Entitlements entitlements,
            Memberships memberships,
            DisabledAccounts disabled,
            SearchLag lag,
            DrySegments dry,
            Clock clock) {
        this.transactions = transactions;
        this.slices = slices;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.disabled = disabled;
        this.lag = lag;
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
        return proven.isEmpty() ? 0 : transactions.write(run, handle -> countUnseen(handle, run, kind, proven));
    }

    private Set<String> proven(LiveRun run, SliceKind kind) {
        return SegmentProof.proven(
                transactions.read(handle -> slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), kind.text())),
                kind);
    }

    private Tally endUnseen(Handle handle, LiveRun run, SliceKind kind, Set<String> proven, Tally tally) {
        String type = kind.type();
        spare(handle, run, kind, proven);
        memberships.endUnseen(
                handle,
                run.writing(),
                type,
                Set.copyOf(keys(handle, run, kind, proven).values()));
        return tally.add(gone(kind), memberships.countEnded(handle, run.getEndpoint(), type, run.getId()));
    }

    private long countUnseen(Handle handle, LiveRun run, SliceKind kind, Set<String> proven) {
        spare(handle, run, kind, proven);
        return memberships.countUnseen(
                handle,
                run.writing(),
                kind.type(),
                Set.copyOf(keys(handle, run, kind, proven).values()));
    }

    /** Those of the proven entitlements of which the run believed the search in everything; it can be asked after the ends as well. */
    Set<String> settled(Handle handle, LiveRun run, SliceKind kind, List<Slice> read) {
        Set<String> settled = SegmentProof.proven(read, kind);
        settled.removeAll(spare(handle, run, kind, settled));
        read.stream()
                .filter(slice -> new Tally(slice.tally()).of(SegmentProof.DOUBTED) > 0)
                .map(Slice::subject)
                .forEach(settled::remove);
        return settled;
    }

    /**
     * Keeps what accounts hold that were asked for by their id while the search could be behind, and returns whose members these are;
     * keeps as well what disabled ones hold, which nobody could have seen.
     */
    private Set<String> spare(Handle handle, LiveRun run, SliceKind kind, Set<String> proven) {
        Map<String, Long> keys = keys(handle, run, kind, proven);
        spare(handle, run, kind, keys, disabled.keys(handle, run.getEndpoint()));
        Set<Long> spared = spare(handle, run, kind, keys, lag.doubted(handle, run));
        return keys.entrySet().stream()
                .filter(key -> spared.contains(key.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<Long> spare(Handle handle, LiveRun run, SliceKind kind, Map<String, Long> keys, Set<Long> accounts) {
        return memberships.spare(handle, run.writing(), kind.type(), Set.copyOf(keys.values()), accounts);
    }

    private Map<String, Long> keys(Handle handle, LiveRun run, SliceKind kind, Set<String> ids) {
        return entitlements.refer(handle, run.getEndpoint(), kind.type(), run.getId(), clock.instant(), ids);
    }

    private static String gone(SliceKind kind) {
        return "memberships." + kind.type() + ".gone";
    }
}
