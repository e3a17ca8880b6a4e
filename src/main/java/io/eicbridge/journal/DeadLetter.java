package io.eicbridge.journal;

import java.time.Instant;

/**
 * A kept dead letter.
 *
 * @param payload the record itself, null in lists
 */
public record DeadLetter(
        long id,
        String endpoint,
        String kind,
        String subject,
        Long run,
        String reason,
        String payload,
        Instant createdAt,
        DeadLetterState state) {
    /** Without the payload, so that it does not reach a log. */
    @Override
    public String toString() {
        return "DeadLetter[id=" + id + ", endpoint=" + endpoint + ", kind=" + kind + ", run=" + run + ", reason="
                + reason + ", state=" + state.word() + "]";
    }
}
