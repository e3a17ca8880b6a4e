package io.eicbridge.journal;

import java.time.Instant;
import java.util.Optional;

/** Which dead letters to list, newest first; what is empty does not restrict. */
public record DeadLetterQuery(
        Optional<String> endpoint,
        Optional<String> kind,
        Optional<Instant> since,
        Optional<DeadLetterState> state,
        int limit) {
    /** The newest open ones of all endpoints. */
    public static DeadLetterQuery newest(int limit) {
        return new DeadLetterQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(DeadLetterState.OPEN), limit);
    }

    String conditions() {
        return (endpoint.isPresent() ? " and endpoint = :endpoint" : "")
                + (kind.isPresent() ? " and kind = :kind" : "")
                + (since.isPresent() ? " and created_at >= :since" : "")
                + (state.isPresent() ? " and state = :state" : "");
    }
}
