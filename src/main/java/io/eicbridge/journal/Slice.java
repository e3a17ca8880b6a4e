package io.eicbridge.journal;

import java.time.Instant;

/**
 * A part of a run and how far it was read.
 *
 * @param cursor where the next page begins, null at the first
 * @param pages pages stored so far
 */
public record Slice(
        long slice,
        long run,
        String phase,
        String kind,
        String subject,
        Instant lower,
        Instant upper,
        Long expected,
        String cursor,
        int pages,
        Counts counts,
        boolean done) {}
