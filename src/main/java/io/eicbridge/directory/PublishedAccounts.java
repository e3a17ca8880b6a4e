package io.eicbridge.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What a published state tells of some accounts, for a comparison with what Intercom tells of them. */
public final class PublishedAccounts {
    private static final String OF_IDS =
            "select account from accounts where account_id = any(:ids)" + " and coalesce(endpoint_no, 0) = :endpointNo";
    private static final String OF_KEYS = "select account_id from accounts where account = any(:keys)";

    /** The visible ones of these ids, gone ones among them. */
    public Map<String, AccountView> of(Handle handle, Pin pin, Collection<String> ids) {
        Set<Long> keys = new HashSet<>();
        handle.createQuery(OF_IDS)
                .bindArray("ids", String.class, ids)
                .bind("endpointNo", pin.endpointNo())
                .mapTo(Long.class)
                .forEach(keys::add);
        keys.removeIf(account -> pin.numbering().number(account) == 0);
        Map<String, AccountView> views = new HashMap<>();
        AccountViews.read(handle, pin.numbering(), keys).forEach(view -> views.put(view.id(), view));
        return views;
    }

    /** Ids of the entitlements of a type that each of these accounts holds, by the account's id; without those that hold none. */
    public Map<String, Set<String>> held(Handle handle, Pin pin, String type, Collection<AccountView> accounts) {
        Optional<TypeRow> row = EntitlementTypes.find(handle, pin.endpoint(), type);
        Map<String, Set<String>> held = new HashMap<>();
        if (row.isEmpty()) {
            return held;
        }
        VisibleMemberships visible = new VisibleMemberships(handle, pin, row.get(), 0);
        Set<Long> places = new TreeSet<>();
        accounts.forEach(account -> places.add(PackedKey.place(account.account())));
        for (Stretch near : Memberships.near(places)) {
            visible.within(
                    PackedKey.firstMembership(row.get().no(), near.firstAccount()) - 1,
                    PackedKey.lastMembership(row.get().no(), near.lastAccount()));
            MembershipPages.named(handle, pin, visible.next(Long.MAX_VALUE))
                    .forEach(view -> held.computeIfAbsent(view.accountId(), id -> new TreeSet<>())
                            .add(view.entitlementId()));
        }
        return held;
    }

    /** Columns in which Intercom's content differs from the stored one, each with the stored value and Intercom's. */
    public static SortedMap<String, List<String>> differences(AccountView stored, AccountRecord told) {
        SortedMap<String, String> before = AttributesJson.read(stored.attributes());
        before.keySet().removeAll(told.volatileColumns());
        SortedMap<String, List<String>> differences = AttributesJson.differences(before, told.attributes());
        if (!told.names().contains(stored.name())) {
            differences.put(
                    AccountHistory.NAME, List.of(stored.name(), told.names().get(0)));
        }
        return differences;
    }

    /** Columns in which Intercom's content of an entitlement differs from the stored one. */
    public static SortedMap<String, List<String>> differences(EntitlementView stored, EntitlementRecord told) {
        SortedMap<String, List<String>> differences =
                AttributesJson.differences(AttributesJson.read(stored.attributes()), told.attributes());
        if (!Entitlements.candidates(told).contains(stored.value())) {
            differences.put("entitlement_value", List.of(stored.value(), told.name()));
        }
        return new TreeMap<>(differences);
    }

    /** Ids of the accounts at these places in the order of creation. */
    public List<String> ids(Handle handle, Pin pin, Collection<Integer> places) {
        return handle.createQuery(OF_KEYS)
                .bindArray(
                        "keys",
                        Long.class,
                        places.stream()
                                .map(place -> PackedKey.of(pin.endpointNo(), place))
                                .toList())
                .mapTo(String.class)
                .list();
    }
}
