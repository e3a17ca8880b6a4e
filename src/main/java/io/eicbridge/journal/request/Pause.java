package io.eicbridge.journal.request;

import java.time.Instant;

/**
 * Something that waits until a token, a permission or a plan is mended.
 *
 * @param capability what cannot be used, {@code system} for everything
 * @param kind the kind of request that ran into it, {@code *} for every kind
 * @param probeAt when it is looked whether it works again
 */
public record Pause(String capability, String kind, String reason, Instant since, Instant probeAt) {
    /** The capability that stops everything. */
    public static final String SYSTEM = "system";
    /** Every kind of request. */
    public static final String EVERYTHING = "*";
}
