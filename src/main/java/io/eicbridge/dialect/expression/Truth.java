package io.eicbridge.dialect.expression;

import java.util.Collection;
import java.util.Map;

/** What counts as true in Groovy: everything but null, false, zero and what is empty. */
final class Truth {
    private Truth() {}

    static boolean of(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number number) {
            return Numbers.compare(number, 0) != 0;
        }
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null && !value.toString().isEmpty();
    }
}
