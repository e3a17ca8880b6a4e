package io.eicbridge.journal;

import java.util.Locale;

/** How far a run has come; all but {@link #RUNNING} are ends, and {@link #HELD} waits for an approval. */
public enum RunState {
    RUNNING,
    COMPLETE,
    INCOMPLETE,
    HELD,
    FAILED,
    SUPERSEDED;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
