package io.eicbridge.directory;

/** What a stored account is compared by. */
record KnownAccount(
        long account, String id, String name, boolean active, byte[] hash, byte[] volatileHash, long seenRun) {}
