package io.eicbridge.dialect.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The names that an expression can use, each with a value that it can read and never change. */
public final class Bindings {
    private final Map<String, JsonNode> values;

    private Bindings(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** One name and its value, the usual case. */
    public static Bindings of(String name, JsonNode value) {
        return new Bindings(Map.of(name, value));
    }

    /** These and one more; a name that is there already gets the new value. */
    public Bindings and(String name, JsonNode value) {
        Map<String, JsonNode> more = new HashMap<>(values);
        more.put(name, value);
        return new Bindings(more);
    }

    Object value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new Refusal(
                    "nothing is bound to \"" + name + "\" here. Known: " + String.join(", ", values.keySet()));
        }
        return JsonValues.of(value);
    }
}
