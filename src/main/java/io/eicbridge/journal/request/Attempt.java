package io.eicbridge.journal.request;

import java.time.Duration;
import java.time.Instant;

/**
 * One time that a request was carried out.
 *
 * @param number from 1, within its request
 * @param outcome what came of it, empty while it goes on
 * @param took how long it took, null while it goes on
 * @param calls what was sent, repetitions included
 * @param reason why it did not succeed, null where it did
 */
public record Attempt(
        int number,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        Duration took,
        int calls,
        String reason,
        String intercomRequestId) {}
