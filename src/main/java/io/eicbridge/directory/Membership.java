package io.eicbridge.directory;

/**
 * A stored membership: the run that began it and the one that ended it, null while it lasts.
 *
 * @param seenRun the run that saw it last; negative where an account's own list told it, and not the entitlement's members
 */
record Membership(long key, long fromRun, Long toRun, long seenRun) {
    boolean seenBy(long run) {
        return Math.abs(seenRun) == run;
    }
}
