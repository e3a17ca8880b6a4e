package io.eicbridge.journal;

import java.time.Instant;

/**
 * Since when an endpoint's next incremental run has to read.
 *
 * @param startedAt when the last good run began, by Intercom's own clock
 * @param scope what that run covered; a run that covers something else cannot go on from here
 * @param run the run that moved the mark
 */
public record Watermark(Instant startedAt, String scope, long run) {}
