package io.eicbridge.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Remembers the keys of entitlements that memberships refer to, so that not every page looks up the same few thousand. A key
 * never changes and no entitlement is deleted; what a transaction created is remembered once it is committed.
 */
final class ReferredKeys {
    /** Some ten megabytes; what does not fit is looked up. */
    private static final int MOST = 100_000;

    private final Map<String, Map<String, Long>> kinds = new ConcurrentHashMap<>();

    /** The keys of the ids, of which {@code unknown} finds or makes those that are not remembered. */
    Map<String, Long> of(
            Handle handle, String kind, Collection<String> ids, Function<Set<String>, Map<String, Long>> unknown) {
        Map<String, Long> remembered = kinds.computeIfAbsent(kind, missing -> new ConcurrentHashMap<>());
        Map<String, Long> keys = new HashMap<>();
        ids.forEach(id -> keys.put(id, remembered.get(id)));
        Set<String> rest = new HashSet<>(ids);
        rest.removeIf(id -> keys.get(id) != null);
        if (!rest.isEmpty()) {
            Map<String, Long> found = unknown.apply(rest);
            keys.putAll(found);
            handle.afterCommit(() -> remember(remembered, found));
        }
        return keys;
    }

    private static void remember(Map<String, Long> remembered, Map<String, Long> found) {
        if (remembered.size() < MOST) {
            remembered.putAll(found);
        }
    }
}
