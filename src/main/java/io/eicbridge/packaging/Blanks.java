package io.eicbridge.packaging;

/** Skips what stands between the parts of a JSON document, and notes what does not belong there. */
final class Blanks {
    private static final String INVISIBLE = "\u00A0\u2007\u202F\u200B\u200C\u200D\u2060\uFEFF\u3000\u2028\u2029";
    private final Cursor text;
    private final Notes notes;

    Blanks(Cursor text, Notes notes) {
        this.text = text;
        this.notes = notes;
    }

    void skip(String pointer) {
        while (!text.isAtEnd()) {
            char here = text.peek();
            if (INVISIBLE.indexOf(here) >= 0) {
                invisible(pointer);
            } else if (text.startsWith("//") || text.startsWith("/*")) {
                comment(pointer);
            } else if (here > ' ') {
                return;
            } else {
                text.next();
            }
        }
    }

    private void invisible(String pointer) {
        Cursor.Mark place = text.mark();
        char found = text.next();
        boolean isMark = found == '\uFEFF' && place.line() == 1 && place.column() == 1;
        if (!isMark) {
            notes.add(
                    Code.JSON_INVISIBLE_SPACE,
                    place.line(),
                    place.column(),
                    pointer,
                    String.format(
                            "A character U+%04X that looks like a blank or like nothing stands here", (int) found),
                    "Delete it and type an ordinary blank");
        }
    }

    private void comment(String pointer) {
        Cursor.Mark place = text.mark();
        text.skipPast(text.startsWith("//") ? "\n" : "*/");
        notes.add(
                Code.JSON_COMMENT,
                place.line(),
                place.column(),
                pointer,
                "JSON has no comments",
                "Remove it, or say it in the description of the connection");
    }
}
