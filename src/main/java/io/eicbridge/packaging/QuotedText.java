package io.eicbridge.packaging;

import java.util.Map;

/** Reads one text of a JSON document, also one in the wrong quotes or with line ends in it. */
final class QuotedText {
    static final String SMART = "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB";
    static final String SINGLE = "'\u2018\u2019\u201A\u201B\u0060";
    private static final Map<Character, Character> ESCAPES =
            Map.of('n', '\n', 't', '\t', 'r', '\r', 'b', '\b', 'f', '\f', '"', '"', '\\', '\\', '/', '/');
    private final Cursor text;
    private final Notes notes;
    private final String pointer;
    private final Cursor.Mark start;
    private final StringBuilder content = new StringBuilder();
    private boolean hasRawEnd;

    private QuotedText(Cursor text, Notes notes, String pointer) {
        this.text = text;
        this.notes = notes;
        this.pointer = pointer;
        this.start = text.mark();
    }

    static boolean opens(char letter) {
        return letter == '"' || SMART.indexOf(letter) >= 0 || SINGLE.indexOf(letter) >= 0;
    }

    static String read(Cursor text, Notes notes, String pointer) {
        return new QuotedText(text, notes, pointer).content();
    }

    private String content() {
        char opening = text.next();
        if (opening != '"') {
            smart(opening, start);
        }
        while (!closes(opening)) {
            if (text.isAtEnd()) {
                notes.add(
                        Code.JSON_SYNTAX,
                        start.line(),
                        start.column(),
                        pointer,
                        "This text is never closed",
                        "Add the missing quote at its end");
                throw new Unreadable();
            }
            letter();
        }
        return content.toString();
    }

    private boolean closes(char opening) {
        char here = text.peek();
        if (here == '"') {
            return closed(SINGLE.indexOf(opening) < 0, false);
        }
        if (SMART.indexOf(here) >= 0) {
            boolean isMeantAsEnd = opening != '"' || text.lineEndsBefore('"');
            return closed(SINGLE.indexOf(opening) < 0 && isMeantAsEnd, opening == '"');
        }
        return closed(SINGLE.indexOf(opening) >= 0 && SINGLE.indexOf(here) >= 0 && here != Cursor.END, false);
    }

    private boolean closed(boolean isEnd, boolean isToldHere) {
        if (isEnd) {
            Cursor.Mark place = text.mark();
            char letter = text.next();
            if (isToldHere) {
                smart(letter, place);
            }
        }
        return isEnd;
    }

    private void smart(char found, Cursor.Mark place) {
        notes.add(
                Code.JSON_SMART_QUOTE,
                place.line(),
                place.column(),
                pointer,
                "The text is quoted with " + found + ", which is no quote of JSON: a word processor or a chat made it",
                "Write \" instead");
    }

    private void letter() {
        Cursor.Mark place = text.mark();
        char letter = text.next();
        if (letter == '\\') {
            escape(place);
            return;
        }
        if (letter < ' ' && !hasRawEnd) {
            hasRawEnd = true;
            String name = letter == '\t' ? "tabulator" : "line end";
            notes.add(
                    Code.JSON_RAW_NEWLINE,
                    place.line(),
                    place.column(),
                    pointer,
                    "A " + name + " stands inside the text that begins in line " + start.line() + ", column "
                            + start.column(),
                    "Write " + (letter == '\t' ? "\\t" : "\\n") + " instead, or close the text before it");
        }
        content.append(letter);
    }

    private void escape(Cursor.Mark place) {
        char letter = text.isAtEnd() ? Cursor.END : text.next();
        Character plain = ESCAPES.get(letter);
        String code = letter == 'u' ? text.take(4) : "";
        if (plain != null) {
            content.append(plain.charValue());
        } else if (code.matches("[0-9A-Fa-f]{4}")) {
            content.append((char) Integer.parseInt(code, 16));
        } else {
            notes.add(
                    Code.JSON_SYNTAX,
                    place.line(),
                    place.column(),
                    pointer,
                    "\\" + letter + " is no escape of JSON",
                    "Write \\\\ for a backslash");
            content.append('\\').append(letter).append(code);
        }
    }
}
