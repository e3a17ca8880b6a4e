package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.workspace.Segment;
import io.eicbridge.sandbox.workspace.Shelf;
import io.eicbridge.sandbox.workspace.Workspace;

/** How many contacts each segment has, counted once and kept until a contact changes. */
final class SegmentCounts {
    private final Workspace workspace;
    private int[] counts;
    private long version;

    SegmentCounts(Workspace workspace) {
        this.workspace = workspace;
    }

    synchronized int of(Segment segment) {
        Shelf shelf = workspace.contacts().live();
        if (counts == null || version != shelf.version()) {
            version = shelf.version();
            counts = counted(shelf);
        }
        return counts[segment.ordinal()];
    }

    private int[] counted(Shelf shelf) {
        int[] counted = new int[Segment.values().length];
        shelf.each(contact -> workspace.segments().of(contact).forEach(segment -> counted[segment.ordinal()]++));
        return counted;
    }
}
