package io.eicbridge.intercom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The headers of an answer, by names of any case, with values as whatever type the HTTP client gives them. */
final class AnswerHeaders {
    private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    AnswerHeaders(Map<String, Object> headers) {
        headers.forEach((name, value) -> values.put(name, first(value)));
    }

    /** The value, empty if the header is absent. */
    String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** The value as a whole number, empty if it is absent or none. */
    OptionalLong number(String name) {
        try {
            return OptionalLong.of(Long.parseLong(text(name)));
        } catch (NumberFormatException absent) {
            return OptionalLong.empty();
        }
    }

    int status() {
        return (int) number("CamelHttpResponseCode").orElse(0);
    }

    /** Intercom's clock, null where the header is absent or unreadable. */
    Instant date() {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US).parse(text("Date"), Instant::from);
        } catch (DateTimeException absent) {
            return null;
        }
    }

    private static Object first(Object value) {
        if (value instanceof Collection<?> several) {
            return several.isEmpty() ? null : several.iterator().next();
        }
        return value;
    }
}
