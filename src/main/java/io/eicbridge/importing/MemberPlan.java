package io.eicbridge.importing;

import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Plans the lists of entitlements, and the members of those that accounts do not carry. */
public final class MemberPlan {
    private final ContactSlices contacts;

    /** Plans that are counted by these slices. */
    public MemberPlan(ContactSlices contacts) {
        this.contacts = contacts;
    }

    List<NewSlice> entitlements(LiveRun run) {
        List<NewSlice> lists = new ArrayList<>();
        run.source().entitlements().stream()
                .flatMap(type -> SliceKind.listing(type).stream())
                .map(list -> new NewSlice(Phase.ENTITLEMENTS.text(), list.text(), null, null, null, null))
                .forEach(lists::add);
        return lists;
    }

    /** The members of each segment, cut where the accounts were cut, so that a large segment is read in parallel too. */
    List<NewSlice> segments(LiveRun run, List<Slice> accountSlices) {
        if (!run.source().links("Segment")) {
            return List.of();
        }
        MemberPieces pieces = contacts.pieces(run, limits(accountSlices));
        return ContactSlices.awaited(contacts.items(run, Listings.segments()).stream()
                        .filter(item ->
                                !run.source().excluded().covers("Segment", EntitlementMapping.name("Segment", item)))
                        .map(item -> pieces.of(SliceKind.SEGMENT_MEMBERS, Ids.text(item.path("id"))))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Entitlements that Intercom has counted; {@code limits} are those at which their members can be cut. */
    List<NewSlice> members(LiveRun run, List<MemberSchedule.Candidate> counted, List<Instant> limits) {
        MemberPieces pieces = contacts.pieces(run, limits);
        return ContactSlices.awaited(counted.stream()
                        .map(one -> pieces.of(one.kind(), one.id(), one.members()))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    static List<Instant> limits(List<Slice> accountSlices) {
        return accountSlices.stream()
                .map(Slice::lower)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
