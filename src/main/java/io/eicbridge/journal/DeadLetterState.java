package io.eicbridge.journal;

import java.util.Locale;

/** What became of a dead letter. */
public enum DeadLetterState {
    OPEN,
    REPLAYED,
    DISCARDED,
    /** The record was carried out later, or is no longer there; its payload is blanked. */
    RESOLVED;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word that was stored. */
    static DeadLetterState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
