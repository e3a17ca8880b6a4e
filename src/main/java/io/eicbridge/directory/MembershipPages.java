package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads the memberships of a published state, type by type, in the order of their accounts. */
public final class MembershipPages {
    private static final int COUNTS = 64;
    private static final String ACCOUNTS = "select account, account_id, name from accounts where account = any(:keys)";
    private static final String ENTITLEMENTS =
            "select entitlement, entitlement_id, entitlement_value from entitlements where entitlement = any(:keys)";

    private final Offsets offsets = new Offsets();
    private final Map<String, Long> counts = new LinkedHashMap<>(COUNTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > COUNTS;
        }
    };

    /** Up to {@code limit} memberships after a position, 0 for the first page; its cost does not depend on the position. */
    public List<MembershipView> readAfter(Handle handle, Pin pin, String type, long after, int limit) {
        return EntitlementTypes.find(handle, pin.endpoint(), type)
                .map(row -> named(handle, pin, new VisibleMemberships(handle, pin, row, after).next(limit)))
                .orElse(List.of());
    }

    /** Up to {@code limit} memberships from an offset on, counted from 0; cheap where the page before was read lately. */
    public List<MembershipView> readFrom(Handle handle, Pin pin, String type, long offset, int limit) {
        Optional<TypeRow> row = EntitlementTypes.find(handle, pin.endpoint(), type);
        if (row.isEmpty()) {
            return List.of();
        }
        String list = list(pin, type);
        Offsets.Place known = offsets.before(list, offset);
        VisibleMemberships visible = new VisibleMemberships(handle, pin, row.get(), known.last());
        if (visible.skip(offset - known.offset()) < offset - known.offset()) {
            return List.of();
        }
        List<MembershipView> page = named(handle, pin, visible.next(limit));
        offsets.remember(list, new Offsets.Place(offset + page.size(), visible.position()));
        return page;
    }

    /** How many memberships of the type are visible; counted once for each published state. */
    public long count(Handle handle, Pin pin, String type) {
        String list = list(pin, type);
        synchronized (counts) {
            Long known = counts.get(list);
            if (known != null) {
                return known;
            }
        }
        long count = EntitlementTypes.find(handle, pin.endpoint(), type)
                .map(row -> new VisibleMemberships(handle, pin, row, 0).skip(Long.MAX_VALUE))
                .orElse(0L);
        synchronized (counts) {
            counts.put(list, count);
        }
        return count;
    }

    private static String list(Pin pin, String type) {
        return pin.endpoint() + '/' + pin.publication() + '/' + type;
    }

    static List<MembershipView> named(Handle handle, Pin pin, List<Long> memberships) {
        Set<Long> accountKeys = new HashSet<>();
        Set<Long> entitlementKeys = new HashSet<>();
        for (long membership : memberships) {
            accountKeys.add(account(pin, membership));
            entitlementKeys.add(PackedKey.entitlement(membership));
        }
        Map<Long, Named> accounts = read(handle, ACCOUNTS, accountKeys);
        Map<Long, Named> entitlements = read(handle, ENTITLEMENTS, entitlementKeys);
        List<MembershipView> views = new ArrayList<>(memberships.size());
        for (long membership : memberships) {
            Named account = accounts.get(account(pin, membership));
            Named entitlement = entitlements.get(PackedKey.entitlement(membership));
            views.add(
                    new MembershipView(membership, account.id(), account.name(), entitlement.id(), entitlement.name()));
        }
        return views;
    }

    private static long account(Pin pin, long membership) {
        return PackedKey.of(pin.endpointNo(), PackedKey.accountPlace(membership));
    }

    private static Map<Long, Named> read(Handle handle, String sql, Set<Long> keys) {
        Map<Long, Named> found = new HashMap<>();
        handle.createQuery(sql)
                .bindArray("keys", Long.class, keys)
                .map((row, context) -> Map.entry(row.getLong(1), new Named(row.getString(2), row.getString(3))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private record Named(String id, String name) {}
}
