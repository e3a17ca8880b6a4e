package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a loop or a closure goes through; a copy, so that a body that changes the list does not change the walk. */
final class Iterating {
    private Iterating() {}

    static List<?> elements(Object value, Evaluation run) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            run.grow(list.size());
            return new ArrayList<>(list);
        }
        if (value instanceof Map<?, ?> map) {
            run.grow(map.size());
            return map.entrySet().stream().map(Iterating::entry).toList();
        }
        throw new Refusal("cannot go through " + Kind.of(value) + ". A list or an object is needed");
    }

    /** The members {@code key} and {@code value}, which is all that expressions ask an entry. */
    private static Map<String, Object> entry(Map.Entry<?, ?> entry) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("key", entry.getKey());
        shown.put("value", entry.getValue());
        return java.util.Collections.unmodifiableMap(shown);
    }
}
