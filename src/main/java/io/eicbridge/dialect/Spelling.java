package io.eicbridge.dialect;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Spelling {
    private Spelling() {}

    /** The known word closest to the one found, unless it is too far from all of them; upper and lower case do not count. */
    public static Optional<String> nearest(String found, Collection<String> known) {
        String word = found.strip().toLowerCase(Locale.ROOT);
        int tolerated = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)) <= tolerated)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT))));
    }

    /** How a message goes on after an unknown word: with the nearest known one if there is any. */
    public static String hint(String found, Collection<String> known) {
        return nearest(found, known)
                .map(word -> ", did you mean \"" + word + "\"?")
                .orElse(".");
    }

    /** Insertions, deletions and replacements from one word to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            nextRow(row, from.charAt(i - 1), i, to);
        }
        return row[to.length()];
    }

    private static void nextRow(int[] row, char letter, int i, String to) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= to.length(); j++) {
            int replaced = diagonal + (letter == to.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
