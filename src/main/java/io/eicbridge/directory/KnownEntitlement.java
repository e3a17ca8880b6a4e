package io.eicbridge.directory;

import java.util.Arrays;

/** What a stored entitlement is compared by; a placeholder has neither value nor hash. */
record KnownEntitlement(
        long entitlement, String id, String value, boolean active, byte[] hash, long firstRun, long seenRun) {
    boolean placeholder() {
        return value == null;
    }

    boolean same(byte[] content) {
        return active && Arrays.equals(hash, content);
    }
}
