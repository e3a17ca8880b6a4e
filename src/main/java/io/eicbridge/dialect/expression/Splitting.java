package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Matcher;

/** Splits texts as Java and Groovy do. */
final class Splitting {
    private Splitting() {}

    /** At blanks, of which several count as one. */
    static Parts atBlanks(String text, Evaluation run) {
        run.grow(text.length());
        return new Parts(Collections.list(new StringTokenizer(text)).stream()
                .map(String.class::cast)
                .toList());
    }

    /** Each character for itself. */
    static List<Object> letters(String text, Evaluation run) {
        run.grow(text.length());
        List<Object> letters = new ArrayList<>();
        text.chars().forEach(letter -> letters.add(Character.toString(letter)));
        return letters;
    }

    /** At any of some characters, with nothing empty between. */
    static List<Object> tokens(String text, String delimiters, Evaluation run) {
        run.grow(text.length());
        return Collections.list(new StringTokenizer(text, delimiters));
    }

    /** At a pattern; empty parts at the end are dropped, and so is one at the start that an empty match leaves. */
    static Parts atPattern(String text, String pattern, Evaluation run) {
        Matcher matcher = run.matcher(pattern, text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            run.step();
            if (matcher.end() > 0) {
                parts.add(part(text, from, matcher.start(), run));
                from = matcher.end();
            }
        }
        if (from == 0) {
            return new Parts(List.of(text));
        }
        parts.add(part(text, from, text.length(), run));
        return new Parts(withoutBlanksAtEnd(parts));
    }

    private static String part(String text, int from, int to, Evaluation run) {
        run.grow(to - from + 1L);
        return text.substring(from, to);
    }

    private static List<String> withoutBlanksAtEnd(List<String> parts) {
        int end = parts.size();
        while (end > 0 && parts.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(parts.subList(0, end));
    }
}
