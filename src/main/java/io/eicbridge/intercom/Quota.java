package io.eicbridge.intercom;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an answer says about the rate.
 *
 * @param limit calls of one window
 * @param remaining calls that are left of it after the answered one
 * @param reset the end of the window, in seconds of Intercom's clock since 1970
 */
record Quota(int limit, int remaining, long reset) {

    static Optional<Quota> of(AnswerHeaders headers) {
        OptionalLong limit = headers.number("X-RateLimit-Limit");
        OptionalLong remaining = headers.number("X-RateLimit-Remaining");
        OptionalLong reset = headers.number("X-RateLimit-Reset");
        if (limit.orElse(0) <= 0 || remaining.isEmpty() || reset.orElse(0) <= 0) {
            return Optional.empty();
        }
        int calls = (int) Math.min(limit.getAsLong(), Integer.MAX_VALUE);
        int left = (int) Math.max(0, Math.min(remaining.getAsLong(), calls));
        return Optional.of(new Quota(calls, left, reset.getAsLong()));
    }

    /** The same window with nothing left of it. */
    Quota usedUp() {
        return new Quota(limit, 0, reset);
    }
}
