package io.eicbridge.journal;

import java.time.Instant;

/**
 * One import run; what is not known yet is null.
 *
 * @param publication the endpoint's count of publications once this run was published
 * @param mapping the fingerprint of the mapping by which the run stores what it reads
 * @param expected Intercom's count of accounts before the run, {@code countedAfter} after it
 * @param requests calls made to Intercom
 * @param report a JSON object
 */
public record Run(
        long run,
        String endpoint,
        Mode mode,
        RunState state,
        boolean dry,
        Instant startedAt,
        Instant serverStartedAt,
        Instant endedAt,
        Long publication,
        String workspaceZone,
        String precision,
        String scope,
        String mapping,
        Long expected,
        Long countedAfter,
        long requests,
        String reason,
        String report) {}
