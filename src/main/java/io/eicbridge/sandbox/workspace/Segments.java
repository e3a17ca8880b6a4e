package io.eicbridge.sandbox.workspace;

import java.util.Arrays;
import java.util.List;

/** Works out who belongs to which segment. */
public final class Segments {
    private final Attributes attributes;
    private final long asOf;

    Segments(Attributes attributes, long asOf) {
        this.attributes = attributes;
        this.asOf = asOf;
    }

    /** True where the contact belongs to the segment, by the rule or by what a test decided. */
    public boolean holds(Segment segment, Contact contact) {
        if (contact.isOverridden(Holding.SEGMENT)) {
            return contact.holds(Holding.SEGMENT, segment.ordinal());
        }
        return segment.matches(new SegmentFacts(contact, attributes, asOf));
    }

    /** All segments of a contact. */
    public List<Segment> of(Contact contact) {
        return Arrays.stream(Segment.values())
                .filter(segment -> holds(segment, contact))
                .toList();
    }
}
