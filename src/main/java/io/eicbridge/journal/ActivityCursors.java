package io.eicbridge.journal;

import org.jdbi.v3.core.Handle;

/** How far the feeds of activities were read, by endpoint. */
public final class ActivityCursors {

    /** Where to go on; the beginning of the feed at first. */
    public ActivityCursor find(Handle handle, String endpoint) {
        return handle.createQuery("select cursor, seen from activity_cursors where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .map((row, context) -> new ActivityCursor(row.getString(1), row.getInt(2)))
                .findOne()
                .orElse(ActivityCursor.START);
    }

    /** Keeps where to go on, in the transaction that keeps what the page before it brought. */
    public void move(Handle handle, String endpoint, ActivityCursor to) {
        handle.createUpdate(
                        "insert into activity_cursors (endpoint, seen) values (:endpoint, 0) on conflict do nothing")
                .bind("endpoint", endpoint)
                .execute();
        handle.createUpdate("update activity_cursors set cursor = :cursor, seen = :seen where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .bind("cursor", to.cursor())
                .bind("seen", to.seen())
                .execute();
    }
}
