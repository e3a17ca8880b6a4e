package io.eicbridge.journal.request;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Removes requests that ended long ago, with all that belongs to them, and old entries of the audit. */
public final class OldRequests {

    /** Removes at most so many requests that ended before a time; returns how many. */
    public int remove(Handle handle, Instant before, int limit) {
        List<Long> old = handle.createQuery("select request from requests where ended_at < :before order by ended_at"
                        + " fetch first :limit rows only")
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        for (String table : List.of("attempts", "request_steps", "requests")) {
            handle.createUpdate("delete from " + table + " where request = any(:ids)")
                    .bindArray("ids", Long.class, old)
                    .execute();
        }
        return old.size();
    }

    /** Removes at most so many entries of the audit from before a time; returns how many. */
    public int removeAudit(Handle handle, Instant before, int limit) {
        List<Long> old = handle.createQuery("select entry from audit where noted_at < :before order by noted_at"
                        + " fetch first :limit rows only")
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        return handle.createUpdate("delete from audit where entry = any(:ids)")
                .bindArray("ids", Long.class, old)
                .execute();
    }
}
