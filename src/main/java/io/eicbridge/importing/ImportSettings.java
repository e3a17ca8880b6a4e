package io.eicbridge.importing;

import java.time.Duration;

/**
 * The numbers that steer imports.
 *
 * @param readers slices read at the same time
 * @param slicesPerReader slices planned for each reader
 * @param listBelow up to so many contacts the plain list is read
 * @param margin percent by which what was read may differ from Intercom's count
 * @param resumeWithin how old an interrupted run may be to be continued
 * @param scrollRetry pause between two tries to open the companies scroll
 * @param incremental the numbers of incremental imports
 */
public record ImportSettings(
        int readers,
        int slicesPerReader,
        int listBelow,
        double margin,
        Duration resumeWithin,
        Duration scrollRetry,
        IncrementalSettings incremental) {}
