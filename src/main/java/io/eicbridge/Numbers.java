package io.eicbridge;

import io.eicbridge.failure.Rejected;

/** Reads the numbers by which commands name runs, requests and dead letters. */
final class Numbers {
    private Numbers() {}

    /** The number; Rejected with 400 for anything else. */
    static long read(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new Rejected("\"" + text + "\" is no number; give the number that a list shows.", 400, "", null);
        }
        return Long.parseLong(text);
    }
}
