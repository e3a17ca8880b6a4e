package io.eicbridge.journal.request;

import java.util.Locale;

/** What came of one attempt. */
public enum AttemptOutcome {
    SUCCEEDED,
    /** A person was asked to do it. */
    QUEUED,
    /** It failed for a passing reason and is tried again by whoever owns the repetitions. */
    RETRY,
    /** It met a missing token, permission or plan, and waits until that is mended. */
    PAUSED,
    REJECTED,
    DEAD,
    /** The process that made the attempt died or lost its lease. */
    INTERRUPTED;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
