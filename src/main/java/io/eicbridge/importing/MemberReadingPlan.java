package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Missing;
import io.eicbridge.directory.Publications;
import io.eicbridge.importing.MemberSchedule.Candidate;
import io.eicbridge.journal.MemberReading;
import io.eicbridge.journal.MemberReadings;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Finds out how fresh the memberships of each tag and segment are. A complete full run read all of them: what the directory holds
 * then stands for the count at that reading, so that a change between the run and the first count is noticed.
 */
public final class MemberReadingPlan {
    /** Entitlements whose members are read apart from accounts. */
    static final List<SliceKind> KINDS = List.of(SliceKind.TAG_MEMBERS, SliceKind.SEGMENT_MEMBERS);

    private final RunTransactions transactions;
    private final Runs runs;
    private final Slices slices;
    private final MemberReadings readings;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final Publications publications;
    private final MemberCounts counts;

    /** A plan over these parts of journal and directory. */
    public MemberReadingPlan(
            RunTransactions transactions,
            Runs runs,
            Slices slices,
            MemberReadings readings,
            Entitlements entitlements,
            Memberships memberships,
            Publications publications,
            MemberCounts counts) {
        this.transactions = transactions;
        this.runs = runs;
        this.slices = slices;
        this.readings = readings;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.publications = publications;
        this.counts = counts;
    }

    /** The entitlements of a kind that the run found in Intercom's list, with what Intercom counts now; keeps the counts. */
    List<Candidate> candidates(LiveRun run, SliceKind kind, Instant now) {
        Map<String, MemberReading> known = transactions.read(handle -> known(handle, run, kind));
        Map<String, Long> counted = counts.of(run, kind, known.values());
        List<MemberReading> kept = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        known.forEach((id, reading) -> {
            Long count = counted.get(id);
            kept.add(new MemberReading(
                    id,
                    reading.members(),
                    reading.readAt(),
                    count == null ? reading.countedAt() : now,
                    reading.settled()));
            long members = count == null ? reading.members() : count;
            candidates.add(new Candidate(
                    kind, id, members, members != reading.members() || !reading.settled(), reading.readAt()));
        });
        if (!run.dry()) {
            keep(run, kind, kept);
        }
        return candidates;
    }

    private void keep(LiveRun run, SliceKind kind, List<MemberReading> kept) {
        transactions.write(run, handle -> {
            readings.save(handle, run.getEndpoint(), kind.type(), kept);
            return null;
        });
    }

    /** Where members can be cut to be read in parallel: where the last full run cut the accounts, as far as dates still compare so. */
    List<Instant> limits(LiveRun run) {
        List<Slice> full = transactions.read(handle -> publications
                .completeRun(handle, run.getEndpoint())
                .map(complete -> slices.ofPhase(handle, complete, Phase.ACCOUNTS.text()))
                .orElse(List.of()));
        return MemberPlan.limits(full).stream()
                .filter(limit -> limit.equals(run.search().alignDown(limit)))
                .toList();
    }

    private Map<String, MemberReading> known(Handle handle, LiveRun run, SliceKind kind) {
        Instant full = fullReading(handle, run);
        Map<String, MemberReading> stored = readings.of(handle, run.getEndpoint(), kind.type());
        List<Missing> listed = entitlements.seen(handle, run.getEndpoint(), kind.type(), listedBy(handle, run));
        Predicate<Missing> read = one ->
                stored.containsKey(one.id()) && !stored.get(one.id()).readAt().isBefore(full);
        boolean all = listed.stream().allMatch(read);
        Map<Long, Long> held = all ? Map.of() : memberships.countByEntitlement(handle, run.writing(), kind.type());
        Map<String, MemberReading> known = new HashMap<>();
        for (Missing one : listed) {
            known.put(one.id(), read.test(one) ? stored.get(one.id()) : byFull(one, held, full, stored));
        }
        return known;
    }

    /** What a full run read counts as of then; whose turn it is to be counted goes on from before. */
    private static MemberReading byFull(
            Missing one, Map<Long, Long> held, Instant full, Map<String, MemberReading> stored) {
        Instant counted = Optional.ofNullable(stored.get(one.id()))
                .map(MemberReading::countedAt)
                .orElse(Instant.EPOCH);
        return new MemberReading(one.id(), held.getOrDefault(one.key(), 0L), full, counted, true);
    }

    /** A dry run leaves no trace of what it found in the lists. */
    private long listedBy(Handle handle, LiveRun run) {
        return run.dry() ? publications.completeRun(handle, run.getEndpoint()).orElse(0L) : run.getId();
    }

    /** When the last complete full run began, by Intercom's clock. */
    private Instant fullReading(Handle handle, LiveRun run) {
        return publications
                .completeRun(handle, run.getEndpoint())
                .flatMap(full -> runs.find(handle, full))
                .map(Run::serverStartedAt)
                .orElse(Instant.EPOCH);
    }
}
