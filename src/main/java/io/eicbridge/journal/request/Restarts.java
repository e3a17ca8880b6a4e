package io.eicbridge.journal.request;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Makes requests due because somebody decided so. */
public final class Restarts {
    private final Clock clock;

    /** Restarts by this clock. */
    public Restarts(Clock clock) {
        this.clock = clock;
    }

    /** Begins an ended request anew, with a ladder of its own, which the bridge climbs whoever asked first. */
    public void again(Handle handle, long id) {
        due(handle, id, ", owner = 'bridge', tries = 0, ended_at = null, reason = null, message = null");
    }

    /** Makes a held request due, whatever the limits say. */
    public void release(Handle handle, long id) {
        due(handle, id, ", released = true, reason = null");
    }

    /** Makes a waiting request due now; one whose caller stays away is repeated by the bridge from now on. */
    public void now(Handle handle, long id) {
        due(handle, id, ", reason = null, owner = case when due_at is null then 'bridge' else owner end");
    }

    private void due(Handle handle, long id, String more) {
        handle.createUpdate("update requests set state = 'waiting', due_at = :now, laddered = false" + more
                        + " where request = :id")
                .bind("now", clock.instant())
                .bind("id", id)
                .execute();
    }
}
