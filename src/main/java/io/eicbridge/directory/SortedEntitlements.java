package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entitlements of one page by what has to be done with them. */
final class SortedEntitlements {
    private final long run;
    private final List<ValuedEntitlement> created = new ArrayList<>();
    private final List<ValuedEntitlement> filled = new ArrayList<>();
    private final List<ValuedEntitlement> changed = new ArrayList<>();
    private final List<Long> seen = new ArrayList<>();
    private final List<Long> named = new ArrayList<>();
    private final List<Long> back = new ArrayList<>();
    private final Map<String, Long> keys = new HashMap<>();

    SortedEntitlements(long run) {
        this.run = run;
    }

    /** A list may be read twice in one run: what the run has seen as it is counts once. */
    void add(ValuedEntitlement entitlement, KnownEntitlement before) {
        keys.put(entitlement.id(), entitlement.key());
        if (before == null) {
            created.add(entitlement);
        } else if (before.placeholder()) {
            filled.add(entitlement);
            if (before.firstRun() != run) {
                named.add(entitlement.key());
            }
        } else if (before.same(entitlement.hash())) {
            see(entitlement, before);
        } else {
            changed.add(entitlement);
            if (!before.active()) {
                back.add(entitlement.key());
            }
        }
    }

    /** Known ones with other content. */
    List<Long> changed() {
        return changed.stream().map(ValuedEntitlement::key).toList();
    }

    /** Those that an earlier run's memberships referred to before any list told them. */
    List<Long> named() {
        return named;
    }

    /** Those that were gone. */
    List<Long> back() {
        return back;
    }

    private void see(ValuedEntitlement entitlement, KnownEntitlement before) {
        if (before.seenRun() != run) {
            seen.add(entitlement.key());
        }
    }

    StoredEntitlements store(EntitlementRows rows) {
        rows.insert(created);
        rows.fill(filled);
        rows.update(changed);
        rows.seen(seen);
        return new StoredEntitlements(created.size() + filled.size(), changed.size(), seen.size(), keys);
    }
}
