package io.eicbridge.dialect;

/**
 * How much may change in one run before it is held.
 *
 * @param absolute the highest number still allowed, null for no such limit
 * @param percent the highest share still allowed, in percent of what was known before, null for no such limit
 */
public record Limit(Integer absolute, Integer percent) {
    /** Nothing is ever too much. */
    public static final Limit NONE = new Limit(null, null);

    /** Whether so many of so many known ones are more than this limit allows. */
    public boolean isExceededBy(long affected, long known) {
        boolean tooMany = absolute != null && affected > absolute;
        boolean tooLargeAShare = percent != null && affected * 100 > percent * known;
        return tooMany || tooLargeAShare;
    }
}
