package io.eicbridge.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which account holds which entitlement, from which run on and until which; ended ones stay until their row begins anew. */
public final class Memberships {
    /** Accounts further apart than this are looked up by a query of their own; what lies between is read and left. */
    private static final int NEAR = 32;

    private static final int WINDOW = 10_000;

    /**
     * Stores lists that were read whole: begins what is new, ends what is missing.
     *
     * @param whole account key to the keys of all entitlements of that type that it holds
     * @param fresh accounts that this transaction created, about which nothing is stored yet
     */
    public MembershipChange replaceFor(
            Handle handle, Writing writing, String type, Map<Long, Set<Long>> whole, Set<Long> fresh) {
        EndpointRow endpoint = Endpoints.lock(handle, writing.endpoint());
        TypeRow row = EntitlementTypes.locked(handle, writing.endpoint(), type);
        Set<Long> listed = new TreeSet<>();
        whole.forEach((account, held) -> held.forEach(held1 -> listed.add(PackedKey.membership(account, held1))));
        MembershipWork work = MembershipWork.ofAccounts(writing);
        for (Membership stored : stored(handle, row.no(), known(whole.keySet(), fresh))) {
            if (listed.remove(stored.key())) {
                work.found(stored);
            } else if (whole.containsKey(endpoint.account(PackedKey.accountPlace(stored.key())))) {
                work.missing(stored);
            }
        }
        listed.forEach(work::found);
        return work.write(handle);
    }

    /** How many memberships of a type would end if these accounts held nothing any more; writes nothing. */
    public int countHeld(Handle handle, Writing writing, String type, Set<Long> accounts) {
        EndpointRow endpoint = Endpoints.lock(handle, writing.endpoint());
        TypeRow row = EntitlementTypes.locked(handle, writing.endpoint(), type);
        MembershipWork work = MembershipWork.ofAccounts(writing);
        stored(handle, row.no(), known(accounts, Set.of())).stream()
                .filter(stored -> accounts.contains(endpoint.account(PackedKey.accountPlace(stored.key()))))
                .forEach(work::missing);
        return work.ending();
    }

    /** Memberships of a type that a run ended. */
    public long countEnded(Handle handle, String endpoint, String type, long run) {
        TypeRow row = EntitlementTypes.find(handle, endpoint, type).orElse(new TypeRow(0, 0));
        return handle.createQuery("select count(*) from memberships where membership >= :first"
                        + " and membership <= :last and to_run = :run")
                .bind("first", PackedKey.firstMembership(row.no(), 0))
                .bind("last", PackedKey.lastMembership(row.no(), PackedKey.PLACES))
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    /** Ends every membership of a type that is no longer imported. */
    public MembershipChange endAll(Handle handle, Writing writing, String type) {
        return end(handle, writing, type, (after, last) -> MembershipRows.after(handle, after, last, WINDOW));
    }

    /** Stores members that were read by entitlement, and marks them as seen by the run. */
    public MembershipChange add(Handle handle, Writing writing, long entitlement, Collection<Long> accounts) {
        return add(handle, writing, entitlement, accounts, Set.of());
    }

    /** Likewise; with an account that is doubted, nothing begins. */
    public MembershipChange add(
            Handle handle, Writing writing, long entitlement, Collection<Long> accounts, Set<Long> doubted) {
        Endpoints.lock(handle, writing.endpoint());
        Map<Long, Long> listed = new TreeMap<>();
        accounts.forEach(account -> listed.put(PackedKey.membership(account, entitlement), account));
        MembershipWork work = MembershipWork.ofMembers(writing);
        for (Membership stored : MembershipRows.of(handle, new ArrayList<>(listed.keySet()))) {
            if (doubted.contains(listed.remove(stored.key())) && stored.toRun() != null) {
                work.doubted(stored);
            } else {
                work.found(stored);
            }
        }
        listed.forEach((membership, account) -> begin(work, membership, doubted.contains(account)));
        return work.write(handle);
    }

    private static void begin(MembershipWork work, long membership, boolean doubted) {
        if (doubted) {
            work.doubted();
        } else {
            work.found(membership);
        }
    }

    /**
     * Keeps what doubted accounts hold of entitlements whose members the run read without finding them there; once is enough, again
     * changes nothing. Returns the keys of those entitlements.
     */
    public Set<Long> spare(Handle handle, Writing writing, String type, Set<Long> entitlements, Set<Long> doubted) {
        Endpoints.lock(handle, writing.endpoint());
        TypeRow row = EntitlementTypes.locked(handle, writing.endpoint(), type);
        TreeSet<Long> places = known(doubted, Set.of());
        List<Long> spared = stored(handle, row.no(), places).stream()
                .filter(stored -> stored.toRun() == null && stored.seenRun() != writing.run())
                .filter(stored -> Math.abs(stored.seenRun()) <= writing.run())
                .map(Membership::key)
                .filter(key -> places.contains(PackedKey.accountPlace(key))
                        && entitlements.contains(PackedKey.entitlement(key)))
                .toList();
        MembershipRows.seen(handle, writing.run(), spared);
        return spared.stream().map(PackedKey::entitlement).collect(Collectors.toSet());
    }

    /** Keeps in mind that an account's own list told these entitlements, so that they do not end where their members lack it. */
    public void seen(Handle handle, Writing writing, long account, Collection<Long> entitlements) {
        Endpoints.lock(handle, writing.endpoint());
        MembershipRows.seen(
                handle,
                writing.run(),
                entitlements.stream()
                        .map(entitlement -> PackedKey.membership(account, entitlement))
                        .toList());
    }

    /**
     * Ends memberships of entitlements whose members the run read to the end, where nobody saw them since it began; walks through
     * the type's memberships once, however many entitlements are given.
     */
    public MembershipChange endUnseen(Handle handle, Writing writing, String type, Set<Long> entitlements) {
        Set<Long> places = entitlements.stream().map(PackedKey::place).collect(Collectors.toSet());
        return end(
                handle,
                writing,
                type,
                (after, last) -> MembershipRows.unseen(handle, after, last, writing.run(), places, WINDOW));
    }

    /** How many memberships {@link #endUnseen} would end. */
    public long countUnseen(Handle handle, Writing writing, String type, Set<Long> entitlements) {
        TypeRow row = EntitlementTypes.find(handle, writing.endpoint(), type).orElse(new TypeRow(0, 0));
        Set<Long> places = entitlements.stream().map(PackedKey::place).collect(Collectors.toSet());
        return MembershipRows.countUnseen(handle, row, writing.run(), places);
    }

    /** How many memberships each entitlement of a type has for the writing run, by the entitlement's key. */
    public Map<Long, Long> countByEntitlement(Handle handle, Writing writing, String type) {
        TypeRow row = EntitlementTypes.find(handle, writing.endpoint(), type).orElse(new TypeRow(0, 0));
        return MembershipRows.countByEntitlement(handle, row, writing);
    }

    private static MembershipChange end(Handle handle, Writing writing, String type, Windows windows) {
        Endpoints.lock(handle, writing.endpoint());
        TypeRow row = EntitlementTypes.locked(handle, writing.endpoint(), type);
        long last = PackedKey.lastMembership(row.no(), PackedKey.PLACES);
        long at = PackedKey.firstMembership(row.no(), 0);
        MembershipChange change = MembershipChange.NONE;
        List<Membership> window;
        do {
            window = windows.after(at, last);
            MembershipWork work = MembershipWork.ofMembers(writing);
            window.forEach(work::missing);
            at = window.isEmpty() ? at : window.get(window.size() - 1).key();
            change = change.plus(work.write(handle));
        } while (window.size() == WINDOW);
        return change;
    }

    /** The next memberships to end. */
    private interface Windows {
        List<Membership> after(long after, long last);
    }

    /** Memberships that a run began or ended and that are not published yet, ended ones first, at most {@code limit}. */
    public List<ChangedMembership> changedBy(Handle handle, String endpoint, long run, int limit) {
        return ChangedMemberships.list(handle, endpoint, run, limit);
    }

    /** How many memberships {@link #changedBy} would list without its limit. */
    public long countChanged(Handle handle, String endpoint, long run) {
        return ChangedMemberships.count(handle, endpoint, run);
    }

    private static TreeSet<Long> known(Set<Long> accounts, Set<Long> fresh) {
        TreeSet<Long> known = new TreeSet<>();
        Set<Long> created = new HashSet<>(fresh);
        for (long account : accounts) {
            if (!created.contains(account)) {
                known.add(PackedKey.place(account));
            }
        }
        return known;
    }

    /** Accounts created by one page lie together, and mostly come back together: few queries read them all. */
    private static List<Membership> stored(Handle handle, int typeNo, TreeSet<Long> places) {
        List<Membership> stored = new ArrayList<>();
        for (Stretch near : near(places)) {
            stored.addAll(MembershipRows.between(
                    handle,
                    PackedKey.firstMembership(typeNo, near.firstAccount()),
                    PackedKey.lastMembership(typeNo, near.lastAccount())));
        }
        return stored;
    }

    /** Stretches of places that hold all of the given ones, and no more between two of them than is cheap to read. */
    static List<Stretch> near(Set<Long> sorted) {
        List<Stretch> stretches = new ArrayList<>();
        Deque<Long> places = new ArrayDeque<>(sorted);
        while (!places.isEmpty()) {
            long first = places.poll();
            long last = first;
            while (!places.isEmpty() && places.peek() - last <= NEAR) {
                last = places.poll();
            }
            stretches.add(new Stretch(0, first, last - first + 1));
        }
        return stretches;
    }
}
