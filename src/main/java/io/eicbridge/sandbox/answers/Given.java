package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Kind;
import java.util.Map;
import java.util.Set;

/** Reads values out of the body of a write, and refuses those of a wrong type. */
final class Given {
    private Given() {}

    /** The body, which must be an object with nothing else than these parameters. */
    static JsonNode object(JsonNode body, Set<String> known) {
        for (Map.Entry<String, JsonNode> field : object(body).properties()) {
            if (!known.contains(field.getKey())) {
                throw Refusal.bad("bad_request", "bad '" + field.getKey() + "' parameter");
            }
        }
        return body;
    }

    static JsonNode object(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.bad("parameter_invalid", "A JSON object is needed");
        }
        return body;
    }

    /** A text, or a number as text; null for null and for an empty text. */
    static String text(String name, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw wrong(name, "a string");
        }
        return value.asText().isEmpty() ? null : value.asText();
    }

    /** A text that must be there. */
    static String required(String name, JsonNode body) {
        String text = text(name, body.path(name));
        if (text == null) {
            throw Refusal.bad("parameter_not_found", name + " not specified");
        }
        return text;
    }

    /** A point in time in Unix seconds, or null. */
    static Long second(String name, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() && !value.asText().matches("\\d{1,12}")) {
            throw wrong(name, "a Unix timestamp");
        }
        return value.asLong();
    }

    static boolean flag(String name, JsonNode value) {
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.booleanValue();
    }

    static Number number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw wrong(name, "a number");
        }
        return value.numberValue();
    }

    /** The value of a custom attribute, which has to be of its type and among its options. */
    static Object custom(Attribute attribute, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        Object given = typed(attribute.shortName(), attribute.kind(), value);
        if (!attribute.options().isEmpty() && !attribute.options().contains(String.valueOf(given))) {
            throw Refusal.bad(
                    "parameter_invalid",
                    "'" + attribute.shortName() + "' must be one of: " + String.join(", ", attribute.options()));
        }
        return given;
    }

    private static Object typed(String name, Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT -> text(name, value);
            case FLAG -> flag(name, value);
            case NUMBER, DECIMAL -> number(name, value);
            case TIME, DAY -> second(name, value);
        };
    }

    private static Refusal wrong(String name, String wanted) {
        return Refusal.bad("parameter_invalid", name + " must be " + wanted);
    }
}
