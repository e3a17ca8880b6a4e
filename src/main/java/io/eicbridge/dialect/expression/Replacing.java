package io.eicbridge.dialect.expression;

import java.util.regex.Matcher;

/** Replaces parts of a text, and stops before the result grows too large. */
final class Replacing {
    private Replacing() {}

    /** As Java's {@code replace}: every occurrence, an empty one before, between and after all characters. */
    static String texts(String text, String part, String replacement, Evaluation run) {
        Building result = new Building(run);
        int from = 0;
        int found = text.indexOf(part);
        while (found >= 0) {
            run.step();
            result.put(text, from, found).put(replacement);
            from = found + part.length();
            found = found < text.length() ? text.indexOf(part, part.isEmpty() ? found + 1 : from) : -1;
        }
        return result.put(text, from, text.length()).toString();
    }

    /** As Java's {@code replaceFirst}. */
    static String first(String text, String pattern, String replacement, Evaluation run) {
        Matcher matcher = run.matcher(pattern, text);
        if (!matcher.find()) {
            return text;
        }
        long groups = replacement.chars().filter(letter -> letter == '$').count();
        run.grow(text.length() + replacement.length() + groups * (matcher.end() - matcher.start()));
        StringBuilder result = new StringBuilder();
        return matcher.appendReplacement(result, replacement).appendTail(result).toString();
    }

    /** As Java's {@code replaceAll}, with {@code $1} for what a group found. */
    static String patterns(String text, String pattern, String replacement, Evaluation run) {
        Matcher matcher = run.matcher(pattern, text);
        StringBuilder result = new StringBuilder();
        long groups = replacement.chars().filter(letter -> letter == '$').count();
        while (matcher.find()) {
            run.step();
            run.grow(replacement.length() + groups * (matcher.end() - matcher.start()));
            matcher.appendReplacement(result, replacement);
        }
        run.grow(text.length());
        return matcher.appendTail(result).toString();
    }
}
