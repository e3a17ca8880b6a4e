package io.eicbridge.directory;

/** A stored membership: the run that began it and the one that ended it, null while it lasts. */
record Membership(long key, long fromRun, Long toRun, long seenRun) {}
