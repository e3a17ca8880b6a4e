package io.eicbridge.importing;

import io.eicbridge.journal.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the segments, or other entitlements, whose members were all read: to the end, and as many distinct ones as Intercom counts. */
final class SegmentProof {
    /** Members that a slice was the first of its run to find. */
    static final String SEEN = "segments.seen";
    /** Members whose accounts the bridge does not know, for instance because they were created since. */
    static final String UNKNOWN = "segments.unknown";

    /** Members that were found and not believed. */
    static final String DOUBTED = "segments.doubted";

    private SegmentProof() {}

    /** Ids of the proven segments, of all slices of a run. */
    static Set<String> proven(List<Slice> slices) {
        return proven(slices, SliceKind.SEGMENT_MEMBERS);
    }

    /** Ids of the entitlements whose members slices of this kind proved. */
    static Set<String> proven(List<Slice> slices, SliceKind kind) {
        Map<String, List<Slice>> bySegment = slices.stream()
                .filter(slice -> slice.kind().equals(kind.text()))
                .collect(Collectors.groupingBy(Slice::subject));
        Set<String> proven = new TreeSet<>();
        bySegment.forEach((segment, parts) -> {
            boolean read = parts.stream().allMatch(part -> part.done() && part.total() != null);
            if (read
                    && distinct(parts) >= parts.stream().mapToLong(Slice::total).sum()) {
                proven.add(segment);
            }
        });
        return proven;
    }

    private static long distinct(List<Slice> parts) {
        return parts.stream()
                .map(part -> new Tally(part.tally()))
                .mapToLong(tally -> tally.of(SEEN) + tally.of(UNKNOWN))
                .sum();
    }
}
