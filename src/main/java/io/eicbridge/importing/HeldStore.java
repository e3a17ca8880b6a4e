package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.MembershipChange;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.StoredPage;
import io.eicbridge.importing.MappedPage.HeldList;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Stores what accounts hold where their list was read whole. */
public final class HeldStore {
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final Clock clock;
    private final ReferredKeys referred = new ReferredKeys();

    /** A store of memberships in these parts of the directory. */
    public HeldStore(Entitlements entitlements, Memberships memberships, Clock clock) {
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.clock = clock;
    }

    void store(Handle handle, LiveRun run, List<HeldList> held, StoredPage stored, Tally tally) {
        Map<String, List<HeldList>> byType = held.stream()
                .filter(HeldList::whole)
                .filter(list -> stored.accounts().containsKey(list.account()))
                .collect(Collectors.groupingBy(HeldList::type));
        byType.forEach((type, lists) -> {
            Map<Boolean, List<HeldList>> again = lists.stream()
                    .collect(Collectors.partitioningBy(list -> stored.again().contains(list.account())));
            count(type, replaced(handle, run, type, again.get(false), stored), tally);
            countChanges(type, replaced(handle, run, type, again.get(true), stored), tally);
        });
    }

    private MembershipChange replaced(
            Handle handle, LiveRun run, String type, List<HeldList> lists, StoredPage stored) {
        if (lists.isEmpty()) {
            return MembershipChange.NONE;
        }
        Map<Long, Set<Long>> whole = resolved(handle, run, type, lists, stored.accounts());
        return memberships.replaceFor(handle, run.writing(), type, whole, stored.fresh());
    }

    private Map<Long, Set<Long>> resolved(
            Handle handle, LiveRun run, String type, List<HeldList> lists, Map<String, Long> accounts) {
        Set<String> ids = lists.stream().flatMap(list -> list.ids().stream()).collect(Collectors.toSet());
        Map<String, Long> keys = referred.of(
                handle,
                run.getEndpoint() + " " + type,
                ids,
                unknown -> entitlements.refer(handle, run.getEndpoint(), type, run.getId(), clock.instant(), unknown));
        Map<Long, Set<Long>> whole = new HashMap<>();
        lists.forEach(list -> whole.put(
                accounts.get(list.account()), list.ids().stream().map(keys::get).collect(Collectors.toSet())));
        return whole;
    }

    /** Ends everything that these accounts hold. */
    void end(Handle handle, LiveRun run, Collection<Long> accounts) {
        Map<Long, Set<Long>> nothing = new HashMap<>();
        accounts.forEach(account -> nothing.put(account, Set.of()));
        run.source()
                .memberships()
                .forEach(type -> memberships.replaceFor(handle, run.writing(), type, nothing, Set.of()));
    }

    /** Counts what these accounts hold and would lose by their end; {@code types} are those to count. */
    void countHeld(Handle handle, LiveRun run, Set<Long> accounts, Set<String> types, Tally tally) {
        types.forEach(type -> tally.add(
                "memberships." + type + ".gone", memberships.countHeld(handle, run.writing(), type, accounts)));
    }

    /** Ends all memberships of types that are no longer imported. */
    Tally endUnlinked(Handle handle, LiveRun run, Tally tally) {
        Set<String> unlinked = new TreeSet<>(run.source().entitlements());
        unlinked.removeAll(run.source().memberships());
        unlinked.forEach(type -> count(type, memberships.endAll(handle, run.writing(), type), tally));
        return tally;
    }

    /** Counts what a list of the type changed; what the run saw for the first time and did not begin was there before. */
    static void count(String type, MembershipChange change, Tally tally) {
        countChanges(type, change, tally);
        tally.add("memberships." + type + ".unchanged", (long) change.seen() - change.added());
    }

    private static void countChanges(String type, MembershipChange change, Tally tally) {
        tally.add("memberships." + type + ".created", change.added());
        tally.add("memberships." + type + ".gone", change.ended());
    }
}
