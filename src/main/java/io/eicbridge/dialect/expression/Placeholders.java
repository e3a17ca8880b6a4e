package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.List;

/** Finds the <code>${…}</code> in a text; braces and quotes inside them belong to the expression. */
final class Placeholders {
    private static final int DEEPEST = 32;
    private final String text;
    private final Place start;
    private int at;
    private int depth;

    private Placeholders(String text, Place start) {
        this.text = text;
        this.start = start;
    }

    /** A stretch of the text: plain, or the code of an expression. */
    record Part(boolean isCode, String text, Place place) {}

    static List<Part> find(String text, Place start) {
        return new Placeholders(text, start).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int plainFrom = 0;
        for (at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at)) {
            int opened = at;
            if (opened > plainFrom) {
                parts.add(new Part(false, text.substring(plainFrom, opened), place(plainFrom)));
            }
            at += 2;
            skipCode(opened);
            parts.add(new Part(true, text.substring(opened + 2, at), place(opened + 2)));
            at++;
            plainFrom = at;
        }
        if (plainFrom < text.length()) {
            parts.add(new Part(false, text.substring(plainFrom), place(plainFrom)));
        }
        return parts;
    }

    /** Moves to the brace that closes the one before; a stack would do, recursion shows the two grammars. */
    private void skipCode(int opened) {
        while (at < text.length() && text.charAt(at) != '}') {
            switch (text.charAt(at)) {
                case '\'', '"' -> skipQuoted(opened);
                case '{' -> skipBraces(opened);
                default -> at++;
            }
        }
        if (at >= text.length()) {
            throw place(opened).fault("${ is never closed. Add the missing } or quote");
        }
    }

    private void skipBraces(int opened) {
        at++;
        if (++depth > DEEPEST) {
            throw place(opened).fault("braces are nested more than " + DEEPEST + " deep");
        }
        skipCode(opened);
        depth--;
        at++;
    }

    private void skipQuoted(int opened) {
        char one = text.charAt(at);
        String three = String.valueOf(one).repeat(3);
        String quote = text.startsWith(three, at) ? three : three.substring(2);
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (one == '"' && text.startsWith("${", at)) {
                at++;
                skipBraces(opened);
            } else {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at += quote.length();
    }

    private Place place(int offset) {
        int line = 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        return start.at(line, offset - text.lastIndexOf('\n', offset - 1));
    }
}
