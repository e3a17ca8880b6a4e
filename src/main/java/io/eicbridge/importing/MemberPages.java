package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.MembershipChange;
import io.eicbridge.directory.Memberships;
import io.eicbridge.intercom.ContactFilter;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Stores memberships that are read apart from their accounts: members of a segment or tag, and lists that an account carried in part. */
public final class MemberPages {
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final UnknownMembers unknown;
    private final Checkpoints checkpoints;
    private final SearchLag lag;
    private final Clock clock;

    /** Pages that go to these parts of the directory. */
    public MemberPages(
            Accounts accounts,
            Entitlements entitlements,
            Memberships memberships,
            UnknownMembers unknown,
            Checkpoints checkpoints,
            SearchLag lag,
            Clock clock) {
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.unknown = unknown;
        this.checkpoints = checkpoints;
        this.lag = lag;
        this.clock = clock;
    }

    static Listing listing(OpenSlice slice) {
        CreatedRange range =
                new CreatedRange(slice.planned().lower(), slice.planned().upper());
        return Listings.contactSearch(
                slice.run().query(range, holders(slice.kind(), slice.subject())), "created_at", "ascending");
    }

    /** The condition that the members of an entitlement meet. */
    static ObjectNode holders(SliceKind kind, String id) {
        return kind == SliceKind.TAG_MEMBERS ? ContactFilter.tag(id) : ContactFilter.segment(id);
    }

    void members(OpenSlice slice, Page page) {
        slice.page(page.items().size(), page.total());
        List<String> ids = ids(page);
        Instant since = lag.since(slice);
        checkpoints.commit(slice, page.next(), List.of(), handle -> members(handle, slice, ids, since));
    }

    private Tally members(Handle handle, OpenSlice slice, List<String> ids, Instant since) {
        LiveRun run = slice.run();
        Map<String, Long> keys = accounts.keys(handle, run.getEndpoint(), ids);
        Tally tally = new Tally().add(SegmentProof.UNKNOWN, (long) ids.size() - keys.size());
        unknown.plan(handle, run, ids, keys.keySet());
        if (run.dry()) {
            tally.add("memberships." + slice.kind().type() + ".created", unstored(run, slice.subject(), ids, keys));
            keys.values().removeIf(account -> !run.sightings().firstMember(slice.subject(), account));
        }
        long entitlement = key(handle, slice);
        Set<Long> doubted = lag.doubted(handle, keys.values(), since);
        MembershipChange change = memberships.add(handle, run.writing(), entitlement, keys.values(), doubted);
        HeldStore.count(slice.kind().type(), change, tally);
        return tally.add(SegmentProof.SEEN, change.listed()).add(SegmentProof.DOUBTED, change.doubted());
    }

    /** Members that a dry run would have stored as new accounts. */
    private static long unstored(LiveRun run, String segment, List<String> ids, Map<String, Long> known) {
        return ids.stream()
                .filter(id -> !known.containsKey(id) && run.sightings().sawAccount(id))
                .filter(id -> run.sightings().first("member " + segment + " " + id))
                .count();
    }

    private long key(Handle handle, OpenSlice slice) {
        LiveRun run = slice.run();
        return entitlements
                .refer(
                        handle,
                        run.getEndpoint(),
                        slice.kind().type(),
                        run.getId(),
                        clock.instant(),
                        Set.of(slice.subject()))
                .get(slice.subject());
    }

    /** Collects the whole list of one account; it is replaced when the last page is there. */
    void rest(OpenSlice slice, Page page) {
        slice.page(page.items().size(), page.total());
        slice.collected().addAll(ids(page));
        if (page.next() == null) {
            checkpoints.commit(slice, null, List.of(), handle -> replace(handle, slice));
        } else {
            slice.movedTo(page.next());
        }
    }

    private Tally replace(Handle handle, OpenSlice slice) {
        LiveRun run = slice.run();
        Tally tally = new Tally();
        Long account = accounts.keys(handle, run.getEndpoint(), List.of(slice.subject()))
                .get(slice.subject());
        if (account != null) {
            String type = slice.kind().type();
            Set<Long> held = held(handle, run, type, slice.collected());
            HeldStore.count(
                    type, memberships.replaceFor(handle, run.writing(), type, Map.of(account, held), Set.of()), tally);
            seen(handle, slice, account, held);
        } else if (run.dry() && run.sightings().sawAccount(slice.subject())) {
            String type = slice.kind().type();
            tally.add(
                    "memberships." + type + ".created",
                    held(handle, run, type, slice.collected()).size());
        }
        return tally;
    }

    /** A segment's members end where the run did not see them. */
    private void seen(Handle handle, OpenSlice slice, Long account, Set<Long> segments) {
        if (slice.kind() == SliceKind.CONTACT_SEGMENTS) {
            memberships.seen(handle, slice.run().writing(), account, segments);
        }
    }

    private Set<Long> held(Handle handle, LiveRun run, String type, Set<String> listed) {
        Set<String> held = "Subscription".equals(type)
                ? Set.copyOf(HeldLists.received(run.learnt().subscriptionOptIn(), listed))
                : listed;
        return new HashSet<>(entitlements
                .refer(handle, run.getEndpoint(), type, run.getId(), clock.instant(), held)
                .values());
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(item -> Ids.text(item.path("id"))).toList();
    }
}
