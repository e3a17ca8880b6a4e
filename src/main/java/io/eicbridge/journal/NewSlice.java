package io.eicbridge.journal;

import java.time.Instant;

/**
 * A part of a run that is read by one cursor.
 *
 * @param phase what the run does at that time, for instance {@code accounts}
 * @param kind what is listed, for instance {@code contacts-search}
 * @param subject whose list it is, for instance a segment's id; null where it is the only one
 * @param lower first moment of creation, null for open; {@code upper} the first one after it
 * @param expected rows that Intercom told, null where it did not
 */
public record NewSlice(String phase, String kind, String subject, Instant lower, Instant upper, Long expected) {}
