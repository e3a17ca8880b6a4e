package io.eicbridge.journal;

/**
 * How far a feed of activities was read.
 *
 * @param cursor of the last page that was read, null for the first
 * @param seen how many activities of that page are known
 */
public record ActivityCursor(String cursor, int seen) {
    /** The beginning of the feed. */
    public static final ActivityCursor START = new ActivityCursor(null, 0);
}
