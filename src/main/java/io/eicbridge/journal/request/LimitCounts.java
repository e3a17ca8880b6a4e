package io.eicbridge.journal.request;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** How many requests of an operation were let through lately; whoever counts is alone until its transaction ends. */
public final class LimitCounts {

    /** Requests of this endpoint and operation that were let through since a time. */
    public long since(Handle handle, String endpoint, Operation operation, Instant since) {
        lock(handle, endpoint + "/" + operation.word());
        return handle.createQuery("select count(*) from requests where operation = :operation and endpoint = :endpoint"
                        + " and weighed_at > :since")
                .bind("operation", operation.word())
                .bind("endpoint", endpoint)
                .bind("since", since)
                .mapTo(Long.class)
                .one();
    }

    private static void lock(Handle handle, String name) {
        handle.createUpdate("insert into limit_locks (name) values (:name) on conflict do nothing")
                .bind("name", name)
                .execute();
        handle.createQuery("select name from limit_locks where name = :name for update")
                .bind("name", name)
                .mapTo(String.class)
                .one();
    }

    /** Whether a request was weighed before, or released by somebody. */
    public boolean passed(Handle handle, long id) {
        return handle.createQuery(
                                "select count(*) from requests where request = :id and (released or weighed_at is not null)")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    /** Lets a request through: from now on it counts. */
    public void pass(Handle handle, long id, Instant now) {
        handle.createUpdate("update requests set weighed_at = :now where request = :id")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /** Holds a request until somebody releases it. */
    public void hold(Handle handle, long id, String reason) {
        handle.createUpdate("update requests set state = 'held', due_at = null, laddered = false, reason = :reason"
                        + " where request = :id")
                .bind("id", id)
                .bind("reason", reason)
                .execute();
    }
}
