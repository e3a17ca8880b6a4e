package io.eicbridge.journal.request;

import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Steps that must not be taken twice, written down before they are taken; committed by whoever begins one before it calls. */
public final class Intents {
    private final Clock clock;

    /** Intents by this clock. */
    public Intents(Clock clock) {
        this.clock = clock;
    }

    /** Writes down that a step is about to be taken; false, with nothing changed, where that stands there already. */
    public boolean begin(Handle handle, long request, String step, String detail) {
        return handle.createUpdate("insert into request_steps (request, step, detail, begun_at)"
                                + " values (:request, :step, :detail, :now) on conflict do nothing")
                        .bind("request", request)
                        .bind("step", step)
                        .bind("detail", Attempts.cut(detail))
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** The same for a step that may be taken again: what stands there of an earlier time is forgotten. */
    public void beginAnew(Handle handle, long request, String step, String detail) {
        handle.createUpdate("delete from request_steps where request = :request and step = :step")
                .bind("request", request)
                .bind("step", step)
                .execute();
        begin(handle, request, step, detail);
    }

    /** What stands there of a step; empty where the request was never about to take it. */
    public Optional<Intent> find(Handle handle, long request, String step) {
        return handle.createQuery("select step, detail, result, begun_at from request_steps"
                        + " where request = :request and step = :step")
                .bind("request", request)
                .bind("step", step)
                .map((row, context) -> new Intent(
                        row.getString("step"),
                        row.getString("detail"),
                        row.getString("result"),
                        RequestRows.time(row, "begun_at")))
                .findOne();
    }

    /** Writes down what came of a step, for instance the id of the ticket. */
    public void end(Handle handle, long request, String step, String result) {
        handle.createUpdate("update request_steps set result = :result, ended_at = :now"
                        + " where request = :request and step = :step")
                .bind("result", result)
                .bind("now", clock.instant())
                .bind("request", request)
                .bind("step", step)
                .execute();
    }
}
