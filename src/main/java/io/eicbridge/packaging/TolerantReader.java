package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON as people write it: notes what is wrong with a hint how to mend it, and goes on. */
final class TolerantReader {
    private static final int DEEPEST = 200;
    private final Cursor text;
    private final Notes notes;
    private final Blanks blanks;
    private int depth;

    private TolerantReader(String text, Notes notes) {
        this.text = new Cursor(text);
        this.notes = notes;
        this.blanks = new Blanks(this.text, notes);
    }

    /** The document, as far as it makes sense; empty where it does not. */
    static Optional<Located> read(String text, Notes notes) {
        try {
            return Optional.of(new TolerantReader(text, notes).root());
        } catch (Unreadable rest) {
            return Optional.empty();
        }
    }

    private Located root() {
        blanks.skip("");
        Cursor.Mark place = text.mark();
        Located root = new Located("", "", place.line(), place.column(), value(""));
        blanks.skip("");
        if (!text.isAtEnd()) {
            note(
                    Code.JSON_SYNTAX,
                    text.mark(),
                    "",
                    "The text goes on after its end",
                    "Remove the rest, or the bracket");
        }
        return root;
    }

    private Object value(String pointer) {
        char here = text.peek();
        if (here == '{' || here == '[') {
            return nested(here, pointer);
        }
        if (QuotedText.opens(here)) {
            return QuotedText.read(text, notes, pointer);
        }
        return word(pointer);
    }

    private Object nested(char opening, String pointer) {
        if (++depth > DEEPEST) {
            throw broken(pointer, "Brackets are nested more than " + DEEPEST + " deep", "Make it flatter");
        }
        Object content = opening == '{' ? members(pointer) : elements(pointer);
        depth--;
        return content;
    }

    private Map<String, Located> members(String pointer) {
        Map<String, Located> members = new LinkedHashMap<>();
        Cursor.Mark opened = text.mark();
        text.next();
        for (boolean goesOn = !ends('}', opened, pointer); goesOn; goesOn = another('}', opened, pointer)) {
            Located member = member(pointer);
            Located first = members.putIfAbsent(member.key(), member);
            if (first != null) {
                notes.add(
                        Code.JSON_DUPLICATE_KEY,
                        member,
                        "\"" + member.key() + "\" stands twice, first in line " + first.line()
                                + ": one of them is lost",
                        "Keep one of the two");
            }
        }
        return members;
    }

    private Located member(String pointer) {
        Cursor.Mark place = text.mark();
        if (!QuotedText.opens(text.peek())) {
            throw broken(pointer, "A key in quotes must stand here, found " + found(), "Add the key, or the quotes");
        }
        String key = QuotedText.read(text, notes, pointer);
        String inner = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
        blanks.skip(inner);
        if (text.peek() != ':') {
            throw broken(inner, "After the key \"" + key + "\" a colon must stand, found " + found(), "Add the colon");
        }
        text.next();
        blanks.skip(inner);
        return new Located(key, inner, place.line(), place.column(), value(inner));
    }

    private List<Located> elements(String pointer) {
        List<Located> elements = new ArrayList<>();
        Cursor.Mark opened = text.mark();
        text.next();
        for (boolean goesOn = !ends(']', opened, pointer); goesOn; goesOn = another(']', opened, pointer)) {
            Cursor.Mark place = text.mark();
            String inner = pointer + "/" + elements.size();
            elements.add(new Located("", inner, place.line(), place.column(), value(inner)));
        }
        return elements;
    }

    private boolean ends(char closing, Cursor.Mark opened, String pointer) {
        blanks.skip(pointer);
        char here = text.peek();
        if (here == closing) {
            text.next();
            return true;
        }
        if (here == '}' || here == ']' || text.isAtEnd()) {
            throw broken(
                    pointer,
                    "A " + closing + " is missing for the bracket of line " + opened.line() + ", column "
                            + opened.column() + ", found " + found(),
                    "Add the " + closing);
        }
        return false;
    }

    /** Moves over the comma to what follows; false at the end of the object or list. */
    private boolean another(char closing, Cursor.Mark opened, String pointer) {
        if (ends(closing, opened, pointer)) {
            return false;
        }
        Cursor.Mark place = text.mark();
        if (text.peek() != ',') {
            note(Code.JSON_MISSING_COMMA, place, pointer, "A comma is missing before " + found(), "Add the comma");
            return true;
        }
        text.next();
        if (!ends(closing, opened, pointer)) {
            return true;
        }
        note(Code.JSON_TRAILING_COMMA, place, pointer, "A comma stands before the closing " + closing, "Remove it");
        return false;
    }

    private Object word(String pointer) {
        Cursor.Mark place = text.mark();
        StringBuilder word = new StringBuilder();
        while (!text.isAtEnd() && (Character.isLetterOrDigit(text.peek()) || "+-._".indexOf(text.peek()) >= 0)) {
            word.append(text.next());
        }
        if (word.isEmpty()) {
            throw broken(pointer, "A value must stand here, found " + found(), "Add the value, or remove its key");
        }
        return switch (word.toString()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> number(word.toString(), place, pointer);
        };
    }

    private Object number(String word, Cursor.Mark place, String pointer) {
        if (word.matches("-?(0|[1-9]\\d{0,40})(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?")) {
            return new BigDecimal(word);
        }
        note(Code.JSON_SYNTAX, place, pointer, "\"" + word + "\" stands without quotes", "Put it in quotes");
        return word;
    }

    private String found() {
        return text.isAtEnd() ? "the end of the text" : "'" + text.peek() + "'";
    }

    private Unreadable broken(String pointer, String explanation, String remedy) {
        note(Code.JSON_SYNTAX, text.mark(), pointer, explanation, remedy);
        return new Unreadable();
    }

    private void note(Code code, Cursor.Mark place, String pointer, String explanation, String remedy) {
        notes.add(code, place.line(), place.column(), pointer, explanation, remedy);
    }
}
