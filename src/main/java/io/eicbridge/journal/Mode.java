package io.eicbridge.journal;

import java.util.Locale;

/** Whether a run reads everything or only what changed. */
public enum Mode {
    FULL,
    INCREMENTAL;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Mode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
