package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Map;

/** The kinds of value in words, for messages that must not show the value itself. */
final class Kind {
    private Kind() {}

    static String of(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Moment || value instanceof DatePattern) {
            return "a date or its pattern";
        }
        return value instanceof Boolean ? "true or false" : "a text";
    }
}
