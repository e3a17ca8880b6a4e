package io.eicbridge.journal;

import java.util.Locale;

/** Whether a run reads everything, only what changed, or only what something pointed at. */
public enum Mode {
    FULL,
    INCREMENTAL,
    TARGETED;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Mode of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
