package io.eicbridge.intercom;

import java.time.Instant;

/**
 * A stretch of creation times.
 *
 * @param from its first instant, null if it has no beginning
 * @param to the first instant after it, null if it has no end
 */
public record CreatedRange(Instant from, Instant to) {

    /** Refuses a stretch that ends before it begins. */
    public CreatedRange {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("a range from " + from + " to " + to + " is empty");
        }
    }

    /** All times. */
    public static CreatedRange open() {
        return new CreatedRange(null, null);
    }
}
