package io.eicbridge.journal.request;

import java.util.Locale;

/** Who repeats a request whose attempt failed for a passing reason. */
public enum RetryOwner {
    /** Whoever asked calls again; until then nothing runs. */
    CALLER,
    /** The bridge does, by its ladder. */
    BRIDGE;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RetryOwner of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
