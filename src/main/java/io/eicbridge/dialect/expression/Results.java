package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands values out of an evaluation as plain ones that nothing inside holds on to. */
final class Results {
    private static final int LONGEST = 100_000;

    private Results() {}

    static Object plain(Object value, Evaluation run) {
        if (value instanceof Map<?, ?> map) {
            return plainMap(map, run);
        }
        if (value instanceof List<?> list) {
            run.grow(list.size());
            List<Object> plain = new ArrayList<>(list.size());
            list.forEach(element -> plain.add(plain(element, run)));
            return Collections.unmodifiableList(plain);
        }
        boolean isWritten = value instanceof Interpolation || value instanceof Moment || value instanceof DatePattern;
        Object plain = isWritten ? value.toString() : value;
        if (plain instanceof String text && text.length() > LONGEST) {
            throw new Refusal("gives a text of more than " + LONGEST + " characters");
        }
        return plain;
    }

    private static Map<String, Object> plainMap(Map<?, ?> map, Evaluation run) {
        run.grow(map.size());
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value, run)));
        return Collections.unmodifiableMap(plain);
    }
}
