package io.eicbridge.journal;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The watermarks of the endpoints, each moved in the transaction that ends a run well. */
public final class Watermarks {
    /** What a row means; one of another format was written by another version of the program and counts as none. */
    private static final int FORMAT = 1;

    /** The endpoint's watermark; none before its first complete run. */
    public Optional<Watermark> find(Handle handle, String endpoint) {
        return handle.createQuery("select started_at, scope, run from watermarks"
                        + " where endpoint = :endpoint and format = :format")
                .bind("endpoint", endpoint)
                .bind("format", FORMAT)
                .map((row, context) ->
                        new Watermark(RunRows.time(row, "started_at"), row.getString("scope"), row.getLong("run")))
                .findOne();
    }

    /** Moves the watermark, never back within one scope: a run that was held or interrupted began before the last good one. */
    public void move(Handle handle, String endpoint, Watermark to) {
        Optional<Watermark> before = find(handle, endpoint);
        boolean back = before.filter(mark -> mark.scope().equals(to.scope()))
                .filter(mark -> mark.startedAt().isAfter(to.startedAt()))
                .isPresent();
        if (back) {
            return;
        }
        handle.createUpdate("delete from watermarks where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .execute();
        handle.createUpdate("insert into watermarks (endpoint, format, started_at, scope, run)"
                        + " values (:endpoint, :format, :startedAt, :scope, :run)")
                .bind("endpoint", endpoint)
                .bind("format", FORMAT)
                .bind("startedAt", to.startedAt())
                .bind("scope", to.scope())
                .bind("run", to.run())
                .execute();
    }
}
