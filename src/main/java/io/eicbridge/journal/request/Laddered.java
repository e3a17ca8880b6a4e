package io.eicbridge.journal.request;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Requests on the ladder, which the retry job makes due. */
public final class Laddered {
    private static final RequestRows ROWS = new RequestRows();

    /** Those whose time has come, the longest due first, at most so many; nobody else gets them before the transaction ends. */
    public List<ProvisioningRequest> due(Handle handle, Instant now, long after, int limit) {
        return handle.createQuery("select " + RequestRows.COLUMNS + " from requests r where r.state = 'waiting'"
                        + " and r.laddered and r.due_at <= :now and r.request > :after order by r.request"
                        + " fetch first :limit rows only for update skip locked")
                .bind("now", now)
                .bind("after", after)
                .bind("limit", limit)
                .map(ROWS)
                .list();
    }

    /** Makes a request due, off the ladder until its next failure. */
    public void pickUp(Handle handle, long id) {
        handle.createUpdate("update requests set laddered = false where request = :id")
                .bind("id", id)
                .execute();
    }
}
