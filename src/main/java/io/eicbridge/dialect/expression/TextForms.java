package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Locale;

/** Methods that give a text another form: filled up, cut, turned around. */
final class TextForms {
    static final MethodTable ALLOWED = new MethodTable()
            .with("padLeft", 1, (text, arguments, run) -> padded(text, filled(text, arguments, " ", run), ""))
            .with("padLeft", 2, (text, arguments, run) -> padded(text, filled(text, arguments, run), ""))
            .with("padRight", 1, (text, arguments, run) -> padded(text, "", filled(text, arguments, " ", run)))
            .with("padRight", 2, (text, arguments, run) -> padded(text, "", filled(text, arguments, run)))
            .with("center", 1, (text, arguments, run) -> centered(text, filled(text, arguments, " ", run)))
            .with("capitalize", 0, (text, arguments, run) -> firstAs(text.toString(), true))
            .with("uncapitalize", 0, (text, arguments, run) -> firstAs(text.toString(), false))
            .with("reverse", 0, (text, arguments, run) -> new StringBuilder(text.toString())
                    .reverse()
                    .toString())
            .with("strip", 0, (text, arguments, run) -> text.toString().strip())
            .with("isBlank", 0, (text, arguments, run) -> text.toString().isBlank())
            .with("concat", 1, (text, arguments, run) -> text.toString().concat(Arguments.text(arguments, 0)))
            .with("plus", 1, (text, arguments, run) -> Adding.plus(text, arguments.get(0), run))
            .with(
                    "minus",
                    1,
                    (text, arguments, run) -> without(text.toString(), Building.text(arguments.get(0), run), run))
            .with(
                    "multiply",
                    1,
                    (text, arguments, run) -> repeated(text.toString(), Arguments.whole(arguments, 0), run))
            .with("repeat", 1, (text, arguments, run) -> repeated(text.toString(), Arguments.whole(arguments, 0), run))
            .with("take", 1, (text, arguments, run) -> text.toString()
                    .substring(0, within(text, Arguments.whole(arguments, 0))))
            .with("drop", 1, (text, arguments, run) -> text.toString()
                    .substring(within(text, Arguments.whole(arguments, 0))));

    private TextForms() {}

    /** The text without the first occurrence of a part. */
    static String without(String text, String part, Evaluation run) {
        int found = text.indexOf(part);
        run.grow(text.length());
        return found < 0 ? text : text.substring(0, found) + text.substring(found + part.length());
    }

    static String repeated(String text, int times, Evaluation run) {
        if (times < 0) {
            throw new Refusal("cannot repeat a text " + times + " times");
        }
        run.grow((long) text.length() * times);
        return text.repeat(times);
    }

    private static String padded(Object text, String before, String after) {
        return before + text + after;
    }

    private static String centered(Object text, String fill) {
        int half = fill.length() / 2;
        return fill.substring(0, half) + text + fill.substring(0, fill.length() - half);
    }

    private static String filled(Object text, List<Object> arguments, Evaluation run) {
        return filled(text, arguments, Arguments.text(arguments, 1), run);
    }

    /** What is missing to the length that the first argument names. */
    private static String filled(Object text, List<Object> arguments, String fill, Evaluation run) {
        int missing =
                Math.max(0, Arguments.whole(arguments, 0) - text.toString().length());
        if (missing == 0) {
            return "";
        }
        run.grow((long) missing + fill.length());
        return fill.repeat(missing / fill.length() + 1).substring(0, missing);
    }

    private static String firstAs(String text, boolean isUpper) {
        if (text.isEmpty()) {
            return text;
        }
        String first = text.substring(0, 1);
        return (isUpper ? first.toUpperCase(Locale.ROOT) : first.toLowerCase(Locale.ROOT)) + text.substring(1);
    }

    private static int within(Object text, int count) {
        return Math.max(0, Math.min(count, text.toString().length()));
    }
}
