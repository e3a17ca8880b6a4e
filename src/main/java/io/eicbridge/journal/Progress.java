package io.eicbridge.journal;

import java.util.Map;

/**
 * How far a slice is after a page.
 *
 * @param cursor where the next page begins
 * @param read rows read of the whole slice
 * @param total rows that Intercom counts for it, null where it did not tell
 * @param page counts by name of what this page changed
 */
public record Progress(String cursor, long read, Long total, Map<String, Long> page, boolean done) {}
