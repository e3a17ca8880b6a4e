package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Reads the memberships of one type that are new or other to a consumer: all of the accounts that are new to it, and of the others what
 * runs changed that were published since.
 */
public final class MembershipChanges {
    private static final String SHOWN = "select entitlement, case when status = 0 and changed_run <> all(:hidden)"
            + " then 0 else 1 end from entitlements where entitlement = any(:keys) and entitlement_value is not null"
            + " and first_run <> all(:hidden)";

    /** Memberships of accounts that became visible within the window, after a membership's key. */
    public List<DeltaRow<MembershipDelta>> added(
            Handle handle, Pin pin, String type, Window window, long after, int limit) {
        Optional<TypeRow> row = EntitlementTypes.find(handle, pin.endpoint(), type);
        return row.isEmpty()
                ? List.of()
                : named(handle, pin, added(handle, pin, row.get(), window, after, limit), Set.of());
    }

    private static List<Long> added(Handle handle, Pin pin, TypeRow type, Window window, long after, int limit) {
        VisibleMemberships visible = new VisibleMemberships(handle, pin, type, after);
        List<Long> keys = new ArrayList<>();
        for (Stretch stretch : newAccounts(pin, window)) {
            long first = PackedKey.firstMembership(type.no(), PackedKey.place(stretch.firstAccount()));
            long last = PackedKey.lastMembership(type.no(), PackedKey.place(stretch.lastAccount()));
            if (last > after && keys.size() < limit) {
                visible.within(Math.max(after, first - 1), last);
                keys.addAll(visible.next(limit - keys.size()));
            }
        }
        return keys;
    }

    private static List<Stretch> newAccounts(Pin pin, Window window) {
        List<Stretch> stretches =
                new ArrayList<>(pin.numbering().following(window.shown(), pin.accounts() - window.shown()));
        stretches.sort(Comparator.comparingLong(Stretch::firstAccount));
        return stretches;
    }

    /** Memberships of other accounts that began or ended within the window, after a membership's key. */
    public List<DeltaRow<MembershipDelta>> changed(
            Handle handle, Pin pin, String type, Window window, long after, int limit) {
        ChangedKeys changed = changedKeys(handle, pin, type, window, after);
        List<DeltaRow<MembershipDelta>> rows = new ArrayList<>();
        List<Long> keys = changed.next(limit);
        while (!keys.isEmpty()) {
            rows.addAll(judged(handle, pin, window, keys));
            keys = rows.size() < limit ? changed.next(limit - rows.size()) : List.of();
        }
        return rows;
    }

    /** How many changes there are: a membership that several runs changed counts once. */
    public long count(Handle handle, Pin pin, String type, Window window) {
        Optional<TypeRow> row = EntitlementTypes.find(handle, pin.endpoint(), type);
        if (row.isEmpty()) {
            return 0;
        }
        VisibleMemberships visible = new VisibleMemberships(handle, pin, row.get(), 0);
        long count = 0;
        for (Stretch stretch : newAccounts(pin, window)) {
            visible.within(
                    PackedKey.firstMembership(row.get().no(), PackedKey.place(stretch.firstAccount())) - 1,
                    PackedKey.lastMembership(row.get().no(), PackedKey.place(stretch.lastAccount())));
            count += visible.skip(Long.MAX_VALUE);
        }
        return count + changedKeys(handle, pin, type, window, 0).count(pin.endpoint());
    }

    private static ChangedKeys changedKeys(Handle handle, Pin pin, String type, Window window, long after) {
        int no = EntitlementTypes.find(handle, pin.endpoint(), type)
                .orElse(new TypeRow(0, 0))
                .no();
        return new ChangedKeys(
                handle,
                window,
                Math.max(after, PackedKey.firstMembership(no, 0)),
                PackedKey.lastMembership(no, PackedKey.PLACES));
    }

    /**
     * What became of each membership. Those of entitlements that never were shown are left out, and what accounts hold that are new
     * to the consumer: they are given as a whole. What such an account no longer holds is told all the same, since a pull that broke
     * off may have given it.
     */
    private static List<DeltaRow<MembershipDelta>> judged(Handle handle, Pin pin, Window window, List<Long> keys) {
        Map<Long, Boolean> entitlements = shown(handle, pin, keys);
        List<Long> told = keys.stream()
                .filter(key -> number(pin, key) > 0 && entitlements.containsKey(PackedKey.entitlement(key)))
                .toList();
        Set<Long> ended = new HashSet<>(told);
        MembershipRows.of(handle, told).stream()
                .filter(row -> pin.shows(row) && entitlements.get(PackedKey.entitlement(row.key())))
                .forEach(row -> ended.remove(row.key()));
        return named(
                handle,
                pin,
                told.stream()
                        .filter(key -> ended.contains(key) || number(pin, key) <= window.shown())
                        .toList(),
                ended);
    }

    private static long number(Pin pin, long membership) {
        return pin.numbering().number(PackedKey.of(pin.endpointNo(), PackedKey.accountPlace(membership)));
    }

    /** Published entitlements of these memberships, and whether each is still there. */
    private static Map<Long, Boolean> shown(Handle handle, Pin pin, List<Long> memberships) {
        Map<Long, Boolean> shown = new HashMap<>();
        handle.createQuery(SHOWN)
                .bindArray("hidden", Long.class, pin.hidden())
                .bindArray(
                        "keys",
                        Long.class,
                        memberships.stream()
                                .map(PackedKey::entitlement)
                                .distinct()
                                .toList())
                .map((row, context) -> Map.entry(row.getLong(1), row.getInt(2) == 1))
                .forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        return shown;
    }

    private static List<DeltaRow<MembershipDelta>> named(
            Handle handle, Pin pin, List<Long> memberships, Collection<Long> ended) {
        return MembershipPages.named(handle, pin, memberships).stream()
                .map(view ->
                        new DeltaRow<>(view.position(), new MembershipDelta(view, ended.contains(view.position()))))
                .toList();
    }
}
