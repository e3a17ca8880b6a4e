package io.eicbridge.directory;

/** What a stored account is compared by. */
record KnownAccount(long account, String id, String name, int status, byte[] hash, byte[] volatileHash, long seenRun) {
    /** Whether Intercom had it when it was last looked for. */
    boolean live() {
        return status != AccountRecord.GONE;
    }
}
