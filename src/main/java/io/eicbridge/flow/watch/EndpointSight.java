package io.eicbridge.flow.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operator has to know of an endpoint.
 *
 * @param goodRun when the last complete run was published, empty before the first
 * @param heldRuns runs that wait for an approval
 * @param rejected records that could not be mapped and wait in the dead letters
 */
public record EndpointSight(String endpoint, Optional<Instant> goodRun, List<Long> heldRuns, long rejected) {}
