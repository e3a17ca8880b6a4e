package io.eicbridge.packaging;

/** A place in a text that is read letter by letter; lines and columns count from 1. */
final class Cursor {
    static final char END = '\0';
    private final String text;
    private int at;
    private int line = 1;
    private int column = 1;

    Cursor(String text) {
        this.text = text;
    }

    /** A place to come back to in a message. */
    record Mark(int line, int column) {}

    Mark mark() {
        return new Mark(line, column);
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    char peek() {
        return isAtEnd() ? END : text.charAt(at);
    }

    boolean startsWith(String start) {
        return text.startsWith(start, at);
    }

    char next() {
        char letter = text.charAt(at++);
        boolean isNewLine = letter == '\n';
        line += isNewLine ? 1 : 0;
        column = isNewLine ? 1 : column + 1;
        return letter;
    }

    /** Takes so many letters, or those that are left. */
    String take(int count) {
        StringBuilder taken = new StringBuilder();
        while (taken.length() < count && !isAtEnd()) {
            taken.append(next());
        }
        return taken.toString();
    }

    /** Moves behind the given text, or to the end if it does not come. */
    void skipPast(String end) {
        while (!isAtEnd() && !startsWith(end)) {
            next();
        }
        take(end.length());
    }

    /** Whether the line ends before the letter comes again. */
    boolean lineEndsBefore(char letter) {
        int newLine = text.indexOf('\n', at);
        int found = text.indexOf(letter, at);
        return found < 0 || newLine >= 0 && newLine < found;
    }
}
