package io.eicbridge.dialect.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groovy's casts to the few types that an expression may name; none of them constructs anything. */
final class Casting {
    /** What a value can be cast to. */
    enum Type {
        ANY,
        TEXT,
        INT,
        INT_OR_NULL,
        LONG,
        LONG_OR_NULL,
        DECIMAL,
        TRUTH,
        LIST,
        MAP
    }

    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("Object", Type.ANY),
            Map.entry("String", Type.TEXT),
            Map.entry("int", Type.INT),
            Map.entry("Integer", Type.INT_OR_NULL),
            Map.entry("long", Type.LONG),
            Map.entry("Long", Type.LONG_OR_NULL),
            Map.entry("BigDecimal", Type.DECIMAL),
            Map.entry("boolean", Type.TRUTH),
            Map.entry("Boolean", Type.TRUTH),
            Map.entry("List", Type.LIST),
            Map.entry("Map", Type.MAP));

    private Casting() {}

    static Optional<Type> type(String name) {
        return Optional.ofNullable(TYPES.get(name.replaceFirst("^java\\.(lang|util|math)\\.", "")));
    }

    static List<String> names() {
        return TYPES.keySet().stream().sorted().toList();
    }

    static Object cast(Type type, Object value, Evaluation run) {
        if (value == null) {
            return ofNull(type);
        }
        return switch (type) {
            case ANY -> value;
            case TEXT -> Building.text(value, run);
            case INT, INT_OR_NULL -> number(value).intValue();
            case LONG, LONG_OR_NULL -> number(value).longValue();
            case DECIMAL -> new BigDecimal(number(value).toString());
            case TRUTH -> Truth.of(value);
            case LIST -> as(List.class, value, "a list");
            case MAP -> as(Map.class, value, "an object");
        };
    }

    private static Object ofNull(Type type) {
        return switch (type) {
            case INT, LONG -> throw new Refusal("cannot make a number of null");
            case TRUTH -> false;
            default -> null;
        };
    }

    /** A number, or the code of a text of one character, as Groovy's casts have it. */
    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof String text && text.length() == 1) {
            return (int) text.charAt(0);
        }
        throw new Refusal("cannot make a number of " + Kind.of(value) + ". For a text write toInteger()");
    }

    private static Object as(Class<?> kind, Object value, String words) {
        if (kind.isInstance(value)) {
            return value;
        }
        throw new Refusal("needs " + words + ", found " + Kind.of(value));
    }
}
