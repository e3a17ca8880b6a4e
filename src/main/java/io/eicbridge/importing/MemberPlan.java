package io.eicbridge.importing;

import io.eicbridge.intercom.ContactFilter;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Plans the lists of entitlements, and the members of those that accounts do not carry. */
public final class MemberPlan {
    private static final int TARGET = 4_000;
    private static final Map<String, SliceKind> LISTS = Map.of(
            "Team", SliceKind.TEAMS,
            "Tag", SliceKind.TAGS,
            "Segment", SliceKind.SEGMENTS,
            "Subscription", SliceKind.SUBSCRIPTIONS,
            "Company", SliceKind.COMPANIES);
    private final ContactSlices contacts;

    /** Plans that are counted by these slices. */
    public MemberPlan(ContactSlices contacts) {
        this.contacts = contacts;
    }

    List<NewSlice> entitlements(LiveRun run) {
        List<NewSlice> lists = new ArrayList<>();
        run.source().entitlements().stream()
                .filter(LISTS::containsKey)
                .map(type ->
                        new NewSlice(Phase.ENTITLEMENTS.text(), LISTS.get(type).text(), null, null, null, null))
                .forEach(lists::add);
        return lists;
    }

    /** The members of each segment, cut where the accounts were cut, so that a large segment is read in parallel too. */
    List<NewSlice> segments(LiveRun run, List<Slice> accountSlices) {
        if (!run.source().links("Segment")) {
            return List.of();
        }
        List<NewSlice> planned = new ArrayList<>();
        contacts.items(run, Listings.segments()).stream()
                .filter(item -> !run.source().excluded().covers("Segment", EntitlementMapping.name("Segment", item)))
                .forEach(item -> planned.addAll(segment(run, Ids.text(item.path("id")), limits(accountSlices))));
        return planned;
    }

    private List<NewSlice> segment(LiveRun run, String id, List<Instant> limits) {
        long members = contacts.count(run, run.query(ContactSlices.EVERYTHING, ContactFilter.segment(id)));
        return members(SliceKind.SEGMENT_MEMBERS, id, members, limits);
    }

    /** The members of one entitlement, cut at some of the limits where they are many; together the slices expect {@code members}. */
    static List<NewSlice> members(SliceKind kind, String id, long members, List<Instant> limits) {
        int pieces = (int) Math.min(limits.size() + 1L, 1 + members / TARGET);
        List<NewSlice> slices = new ArrayList<>();
        Instant from = null;
        for (int piece = 1; piece <= pieces; piece++) {
            Instant to = piece == pieces ? null : limits.get(piece * limits.size() / pieces);
            long expected = members * piece / pieces - members * (piece - 1) / pieces;
            slices.add(slice(kind, id, new CreatedRange(from, to), expected));
            from = to;
        }
        return slices;
    }

    private static NewSlice slice(SliceKind kind, String id, CreatedRange range, long expected) {
        return new NewSlice(Phase.MEMBERSHIPS.text(), kind.text(), id, range.from(), range.to(), expected);
    }

    static List<Instant> limits(List<Slice> accountSlices) {
        return accountSlices.stream()
                .map(Slice::lower)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
