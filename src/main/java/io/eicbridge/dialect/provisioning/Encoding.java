package io.eicbridge.dialect.provisioning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes a value one that stands for itself wherever it is put. */
final class Encoding {
    private Encoding() {}

    /** Percent-encoded beyond letters, digits and {@code - . _ ~}, as parts of a path and of a query need it. */
    static String percent(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** As forms are encoded, a space as {@code +}. */
    static String form(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether every character is whole; half of a pair cannot be written as UTF-8. */
    static boolean isWhole(String value) {
        return value.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
