package io.eicbridge.sandbox.workspace;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What calls of the API changed, counted by kind and by object, so that a test can prove that no effect was lost and none doubled;
 * changes by the sandbox's own controls are not counted.
 */
public final class Effects {
    private static final String IN_VAIN = "_again";
    private final Map<String, Map<String, AtomicInteger>> counts = new ConcurrentHashMap<>();

    /** Counts a change of an object; one that found everything as wanted is counted under the kind with {@code _again} behind it. */
    public void count(String kind, String object, boolean changed) {
        counts.computeIfAbsent(changed ? kind : kind + IN_VAIN, missing -> new ConcurrentHashMap<>())
                .computeIfAbsent(object, missing -> new AtomicInteger())
                .incrementAndGet();
    }

    /** How many changes of a kind there were, such as {@code contact_created}. */
    public int of(String kind) {
        return byObject(kind).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The changes of a kind by the object's id; a membership is {@code contact/thing}. */
    public Map<String, Integer> byObject(String kind) {
        Map<String, Integer> objects = new TreeMap<>();
        counts.getOrDefault(kind, Map.of()).forEach((object, count) -> objects.put(object, count.get()));
        return objects;
    }

    /** All changes by their kind. */
    public Map<String, Integer> byKind() {
        Map<String, Integer> kinds = new TreeMap<>();
        counts.keySet().forEach(kind -> kinds.put(kind, of(kind)));
        return kinds;
    }

    /** Begins to count anew. */
    public void reset() {
        counts.clear();
    }
}
