package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.expression.Bindings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers of a call; a value that would begin another header is refused. */
record Headers(Map<String, Filling> values) {
    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E\\t]*");

    Map<String, String> render(Bindings bindings) {
        Map<String, String> headers = new LinkedHashMap<>();
        values.forEach((name, filling) -> headers.put(name, filling.text(bindings, value -> visible(filling, value))));
        return headers;
    }

    private static String visible(Filling filling, String value) {
        if (!VISIBLE.matcher(value).matches()) {
            throw filling.rejected("a value has a line break or a character that a header cannot hold");
        }
        return value;
    }
}
