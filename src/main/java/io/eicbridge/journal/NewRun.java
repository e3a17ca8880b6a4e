package io.eicbridge.journal;

import java.time.Instant;

/**
 * A run about to start.
 *
 * @param serverStartedAt Intercom's own time at the start, null where it is not known
 * @param workspaceZone the workspace's time zone, null where it is not known
 * @param precision how exact Intercom's date filters are, null where it is not known
 * @param scope what the run reads, null for everything
 * @param mapping the fingerprint of the mapping by which it stores what it reads, null where nobody compares it
 */
public record NewRun(
        String endpoint,
        Mode mode,
        boolean dry,
        Instant serverStartedAt,
        String workspaceZone,
        String precision,
        String scope,
        String mapping) {}
