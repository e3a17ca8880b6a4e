package io.eicbridge.journal.queue;

import java.util.Locale;

/** Where a queue item stands. */
public enum QueueState {
    /** Intercom makes its ticket in a job of its own. */
    ENQUEUED,
    /** A person has still to do it. */
    OPEN,
    /** A person says that it is done, which is verified. */
    RESOLVED,
    /** Nothing more is expected of it. */
    ENDED;

    /** As stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QueueState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
