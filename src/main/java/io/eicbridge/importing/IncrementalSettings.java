package io.eicbridge.importing;

import java.time.Duration;

/**
 * The numbers that steer incremental imports.
 *
 * @param overlap how long before the start of the last good run changes are read once more, because Intercom's search lags
 * @param memberPages pages of members that one run reads of entitlements that are not overdue
 * @param reread within which time the members of every tag and segment are read again
 */
public record IncrementalSettings(Duration overlap, int memberPages, Duration reread) {}
