package io.eicbridge.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {
    private static final int MOST_EDITS = 3;

    private Nearest() {}

    /** The word with the fewest edits to {@code typed}, if those are few enough for a slip of the finger. */
    static Optional<String> to(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> edits(typed, word) <= Math.min(MOST_EDITS, word.length() / 2))
                .min(Comparator.comparingInt(word -> edits(typed, word)));
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            row = nextRow(row, from.charAt(line - 1), to, line);
        }
        return row[to.length()];
    }

    private static int[] nextRow(int[] above, char letter, String to, int line) {
        int[] row = new int[above.length];
        row[0] = line;
        for (int column = 1; column < row.length; column++) {
            int replaced = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            row[column] = Math.min(replaced, 1 + Math.min(above[column], row[column - 1]));
        }
        return row;
    }
}
