package io.eicbridge.journal;

import java.time.Instant;

/**
 * What is known about the members of an entitlement.
 *
 * @param members how many Intercom counted when they were read
 * @param readAt when they were last read to their end, by Intercom's own clock
 * @param countedAt when Intercom was last asked to count them
 * @param settled whether all that the reading told was believed; otherwise they have to be read again
 */
public record MemberReading(String entitlement, long members, Instant readAt, Instant countedAt, boolean settled) {}
