package io.eicbridge;

import io.eicbridge.directory.AccountPages;
import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.EntitlementPages;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Publications;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What the directory serves of one endpoint, whole: accounts and entitlements by id, and who holds what.
 *
 * @param memberships by type, each as {@code account entitlement}
 */
record Served(
        Map<String, AccountView> accounts,
        Map<String, Map<String, EntitlementView>> entitlements,
        Map<String, TreeSet<String>> memberships) {
    private static final int ALL = 1_000_000;
    private static final Map<String, List<String>> TYPES = Map.of(
            "teammates", List.of("Team", "Role", "Seat"),
            "contacts", List.of("Tag", "Company", "Subscription", "Segment"));

    /** The newest published state; nothing where none is published yet. */
    static Optional<Served> of(Store store, String endpoint) {
        return store.read(handle ->
                new Publications().current(handle, endpoint).map(pin -> read(handle, pin, TYPES.get(endpoint))));
    }

    /** The state that a run published. */
    static Served at(Store store, String endpoint, long run) {
        return store.read(handle ->
                read(handle, new Publications().at(handle, endpoint, run).orElseThrow(), TYPES.get(endpoint)));
    }

    private static Served read(Handle handle, Pin pin, List<String> types) {
        Map<String, Map<String, EntitlementView>> entitlements = new TreeMap<>();
        Map<String, TreeSet<String>> memberships = new TreeMap<>();
        for (String type : types) {
            entitlements.put(
                    type, byId(new EntitlementPages().readFrom(handle, pin, type, 0, ALL), EntitlementView::id));
            memberships.put(
                    type,
                    new MembershipPages()
                            .readFrom(handle, pin, type, 0, ALL).stream()
                                    .map(one -> one.accountId() + " " + one.entitlementId())
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return new Served(
                byId(new AccountPages().read(handle, pin, 0, ALL), AccountView::id), entitlements, memberships);
    }

    private static <T> Map<String, T> byId(List<T> views, Function<T, String> id) {
        return views.stream().collect(Collectors.toMap(id, view -> view, (one, two) -> one, TreeMap::new));
    }

    TreeSet<String> active() {
        return accounts.values().stream()
                .filter(AccountView::active)
                .map(AccountView::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    TreeSet<String> gone() {
        TreeSet<String> gone = new TreeSet<>(accounts.keySet());
        gone.removeAll(active());
        return gone;
    }

    String name(String account) {
        return accounts.get(account).name();
    }

    /** Ids and values of the active entitlements of a type. */
    Map<String, String> values(String type) {
        return entitlements.get(type).values().stream()
                .filter(EntitlementView::active)
                .collect(
                        Collectors.toMap(EntitlementView::id, EntitlementView::value, (one, two) -> one, TreeMap::new));
    }

    TreeSet<String> held(String type) {
        return memberships.get(type);
    }
}
