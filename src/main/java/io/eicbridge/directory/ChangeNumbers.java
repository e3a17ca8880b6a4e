package io.eicbridge.directory;

import org.jdbi.v3.core.Handle;

/**
 * Numbers the changes of an endpoint in the order of their commits: whoever takes a number has locked the endpoint until the end of
 * the transaction, so that a reader who sees a number sees every lower one.
 */
final class ChangeNumbers {
    private ChangeNumbers() {}

    /** The first of {@code count} numbers that follow each other. */
    static long take(Handle handle, String endpoint, int count) {
        handle.createUpdate("update endpoints set changes = changes + :count where endpoint = :endpoint")
                .bind("count", count)
                .bind("endpoint", endpoint)
                .execute();
        return newest(handle, endpoint) - count + 1;
    }

    /** The highest number given so far. */
    static long newest(Handle handle, String endpoint) {
        return handle.createQuery("select changes from endpoints where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .one();
    }
}
