package io.eicbridge.importing;

import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.MemberReading;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Asks Intercom how many members tags and segments have. The search counts, because members are read by it and it lags behind; the
 * list of segments, which counts at once, only tells which of them need not be asked for.
 */
public final class MemberCounts {
    /** So many are asked for in one run, those first that were not for the longest time. */
    private static final int MOST = 100;

    private final ContactSlices contacts;

    /** Counts that are asked for by these slices. */
    public MemberCounts(ContactSlices contacts) {
        this.contacts = contacts;
    }

    /** The counts by the entitlement's id, of as many as a run may ask for. */
    Map<String, Long> of(LiveRun run, SliceKind kind, Collection<MemberReading> readings) {
        boolean listed = kind == SliceKind.SEGMENT_MEMBERS && run.filters().isEmpty();
        Map<String, Long> counts = listed ? agreeing(run, readings) : new HashMap<>();
        List<MemberReading> rest = readings.stream()
                .filter(reading -> !counts.containsKey(reading.entitlement()))
                .sorted(Comparator.comparing(MemberReading::countedAt).thenComparing(MemberReading::entitlement))
                .limit(MOST)
                .toList();
        rest.forEach(reading -> counts.put(reading.entitlement(), counted(run, kind, reading.entitlement())));
        return counts;
    }

    /** Segments of which the list counts as many members as were read. */
    private Map<String, Long> agreeing(LiveRun run, Collection<MemberReading> readings) {
        Map<String, Long> listed = new HashMap<>();
        contacts.items(run, Listings.segments())
                .forEach(segment -> listed.put(
                        Ids.text(segment.path("id")), segment.path("count").asLong(-1)));
        Map<String, Long> agreeing = new HashMap<>();
        readings.stream()
                .filter(reading -> Objects.equals(listed.get(reading.entitlement()), reading.members()))
                .forEach(reading -> agreeing.put(reading.entitlement(), reading.members()));
        return agreeing;
    }

    private long counted(LiveRun run, SliceKind kind, String id) {
        return contacts.count(run, run.query(ContactSlices.EVERYTHING, MemberPages.holders(kind, id)));
    }
}
