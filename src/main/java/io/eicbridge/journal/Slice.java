package io.eicbridge.journal;

import java.time.Instant;
import java.util.Map;

/**
 * A part of a run and how far it was read.
 *
 * @param cursor where the next page begins, null at the first; for a closed question what came out of it
 * @param pages pages stored so far
 * @param read rows read so far
 * @param total rows that Intercom counts for it, null where it did not tell
 * @param tally counts by name of what its pages changed
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
        long read,
        Long total,
        Map<String, Long> tally,
        boolean done) {}
