package io.eicbridge.journal;

/** Cuts reasons to the length of their columns. */
final class Reasons {
    private static final int LONGEST = 4000;

    private Reasons() {}

    static String cut(String reason) {
        return reason == null || reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
    }
}
