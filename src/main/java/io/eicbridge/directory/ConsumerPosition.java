package io.eicbridge.directory;

import java.time.Instant;

/**
 * How far a consumer has read a list.
 *
 * @param behind how many changes of the endpoint came after, of any list
 */
public record ConsumerPosition(String consumer, String endpoint, String list, Instant movedAt, long behind) {}
