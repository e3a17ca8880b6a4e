package io.eicbridge.dialect.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The regular expressions of one expression, matched on texts that count how often they are read: some would otherwise never end. */
final class Patterns {
    private static final int LONGEST = 500;
    private static final int REMEMBERED = 16;
    private final Map<String, Pattern> known = new ConcurrentHashMap<>();

    Matcher matcher(String pattern, String text, Evaluation run) {
        if (pattern.length() > LONGEST) {
            throw new Refusal("has a pattern of more than " + LONGEST + " characters");
        }
        return compiled(pattern).matcher(new CountedText(text, 0, text.length(), run));
    }

    /** An expression's own patterns are few; where they come from data, the memory is soon full and each is compiled again. */
    private Pattern compiled(String pattern) {
        Pattern remembered = known.get(pattern);
        if (remembered != null) {
            return remembered;
        }
        Pattern compiled = Pattern.compile(pattern);
        if (known.size() < REMEMBERED) {
            known.put(pattern, compiled);
        }
        return compiled;
    }

    private record CountedText(String text, int from, int to, Evaluation run) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            run.readForPattern();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text, from + start, from + end, run);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
