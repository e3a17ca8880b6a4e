package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.MemberReading;
import io.eicbridge.journal.MemberReadings;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Moves the mark up to which runs are seen, the watermark and the readings of members to an incremental run that ends well. */
public final class IncrementalMark {
    private final Runs runs;
    private final Slices slices;
    private final MemberReadings readings;
    private final Entitlements entitlements;
    private final Publications publications;
    private final SegmentEnds ends;
    private final MarkMove watermark;
    private final Clock clock;

    /** Marks in these parts of directory and journal. */
    public IncrementalMark(
            Runs runs,
            Slices slices,
            MemberReadings readings,
            Entitlements entitlements,
            Publications publications,
            SegmentEnds ends,
            MarkMove watermark,
            Clock clock) {
        this.runs = runs;
        this.slices = slices;
        this.readings = readings;
        this.entitlements = entitlements;
        this.publications = publications;
        this.ends = ends;
        this.watermark = watermark;
        this.clock = clock;
    }

    /** What another unpublished run found first, and this one as well, is seen from now on with the rest of it. */
    void move(Handle handle, LiveRun run) {
        entitlements.adopt(handle, run.getEndpoint(), run.getId(), run.hidden());
        publications.seal(handle, run.getEndpoint(), run.getId(), false, clock.instant());
        MemberReadingPlan.KINDS.forEach(kind -> keepReadings(handle, run, kind));
        watermark.to(handle, run);
    }

    private void keepReadings(Handle handle, LiveRun run, SliceKind kind) {
        Instant start = runs.find(handle, run.getId()).orElseThrow().serverStartedAt();
        List<Slice> read = slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), kind.text());
        Set<String> settled = ends.settled(handle, run, kind, read);
        List<MemberReading> kept = SegmentProof.proven(read, kind).stream()
                .map(id -> new MemberReading(id, counted(read, id), start, start, settled.contains(id)))
                .toList();
        readings.save(handle, run.getEndpoint(), kind.type(), kept);
    }

    /** What the search counted while it was read; the next count comes from the search as well. */
    private static long counted(List<Slice> read, String id) {
        return read.stream()
                .filter(slice -> slice.subject().equals(id))
                .mapToLong(Slice::total)
                .sum();
    }
}
