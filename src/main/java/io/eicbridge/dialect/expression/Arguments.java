package io.eicbridge.dialect.expression;

import java.util.List;

/** Takes the arguments of a call in the kind that the method needs. */
final class Arguments {
    private Arguments() {}

    static String text(List<Object> arguments, int place) {
        Object value = arguments.get(place);
        if (value instanceof String || value instanceof Interpolation) {
            return value.toString();
        }
        throw new Refusal("needs a text as argument " + (place + 1) + ", found " + Kind.of(value));
    }

    static List<?> list(List<Object> arguments, int place) {
        if (arguments.get(place) instanceof List<?> list) {
            return list;
        }
        throw new Refusal("needs a list as argument " + (place + 1) + ", found " + Kind.of(arguments.get(place)));
    }

    static int whole(List<Object> arguments, int place) {
        if (arguments.get(place) instanceof Integer number) {
            return number;
        }
        throw new Refusal(
                "needs a whole number as argument " + (place + 1) + ", found " + Kind.of(arguments.get(place)));
    }
}
