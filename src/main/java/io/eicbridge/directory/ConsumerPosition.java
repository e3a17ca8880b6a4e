package io.eicbridge.directory;

import java.time.Instant;

/**
 * How far a consumer has read a list.
 *
 * @param movedAt when it last read the list to its end; of a first pull, when it was begun
 * @param behind how many changes of the endpoint came after, of any list
 * @param state {@code reads}; {@code begins} before it has read everything once; {@code expired} where it read nothing for too long
 */
public record ConsumerPosition(
        String consumer, String endpoint, String list, Instant movedAt, long behind, String state) {}
