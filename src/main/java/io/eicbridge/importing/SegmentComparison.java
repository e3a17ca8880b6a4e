package io.eicbridge.importing;

import io.eicbridge.directory.MembershipView;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Compares the members of segments, which contacts do not tell: a bit for each account and segment, not the members themselves. */
final class SegmentComparison {
    private static final String TYPE = "Segment";
    private final PublishedState published;
    private final ContactSlices lists;
    private final ReadAccounts accounts;

    SegmentComparison(PublishedState published, ContactSlices lists, ReadAccounts accounts) {
        this.published = published;
        this.lists = lists;
        this.accounts = accounts;
    }

    /** Hands on the ids of accounts whose segments differ, some of them more than once. */
    void suspects(LiveRun run, Consumer<String> suspect) {
        if (!run.source().links(TYPE)) {
            return;
        }
        Map<String, BitSet> members = new ConcurrentHashMap<>();
        List<Runnable> work = new ArrayList<>();
        lists.items(run, Listings.segments()).stream()
                .filter(item -> !run.source().excluded().covers(TYPE, EntitlementMapping.name(TYPE, item)))
                .map(item -> Ids.text(item.path("id")))
                .forEach(segment -> work.add(() -> members.put(segment, members(run, segment))));
        accounts.all(work);
        published.memberships(run.getEndpoint(), TYPE, chunk -> strike(run, chunk, members, suspect));
        members.values().forEach(left -> left(run, left, suspect));
    }

    private BitSet members(LiveRun run, String segment) {
        BitSet members = new BitSet();
        accounts.members(
                run,
                segment,
                ids -> published.places(run.getEndpoint(), ids).values().forEach(members::set));
        return members;
    }

    /** Takes what both sides know out of the members. */
    private void strike(
            LiveRun run, List<MembershipView> chunk, Map<String, BitSet> members, Consumer<String> suspect) {
        Map<String, Integer> places = new HashMap<>(published.places(
                run.getEndpoint(),
                chunk.stream().map(MembershipView::accountId).distinct().toList()));
        for (MembershipView stored : chunk) {
            BitSet told = members.get(stored.entitlementId());
            int place = places.get(stored.accountId());
            if (told != null && told.get(place)) {
                told.clear(place);
            } else {
                suspect.accept(stored.accountId());
            }
        }
    }

    private void left(LiveRun run, BitSet left, Consumer<String> suspect) {
        List<Integer> places =
                left.stream().limit(Reconciliation.SUSPECTS + 1L).boxed().toList();
        published.ids(run.getEndpoint(), places).forEach(suspect);
    }
}
