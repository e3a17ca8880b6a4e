package io.eicbridge.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The journal of import runs. */
public final class Runs {
    private static final String SELECT = "select " + RunRows.COLUMNS + " from runs ";
    private static final RunRows ROWS = new RunRows();

    private final Clock clock;

    public Runs(Clock clock) {
        this.clock = clock;
    }

    /** Records the start of a run and returns it with its number. */
    public Run start(Handle handle, NewRun run) {
        long number = handle.createUpdate("insert into runs (endpoint, mode, state, dry, started_at, server_started_at,"
                        + " workspace_zone, precision_of_dates, scope, mapping) values (:endpoint, :mode, :state, :dry, :startedAt,"
                        + " :serverStartedAt, :zone, :precision, :scope, :mapping)")
                .bind("endpoint", run.endpoint())
                .bind("mode", run.mode().word())
                .bind("state", RunState.RUNNING.word())
                .bind("dry", run.dry())
                .bind("startedAt", clock.instant())
                .bind("serverStartedAt", run.serverStartedAt())
                .bind("zone", run.workspaceZone())
                .bind("precision", run.precision())
                .bind("scope", run.scope())
                .bind("mapping", run.mapping())
                .executeAndReturnGeneratedKeys("run")
                .mapTo(Long.class)
                .one();
        return find(handle, number).orElseThrow();
    }

    /** The run of that endpoint and mode that never ended, because its process was killed or stopped; dry runs do not resume. */
    public Optional<Run> open(Handle handle, String endpoint, Mode mode) {
        return handle.createQuery(
                        SELECT + "where endpoint = :endpoint and mode = :mode and state = :state and dry = false"
                                + " order by run desc fetch first 1 rows only")
                .bind("endpoint", endpoint)
                .bind("mode", mode.word())
                .bind("state", RunState.RUNNING.word())
                .map(ROWS)
                .findOne();
    }

    /** Runs that a threshold holds until somebody approves them, the newest first. */
    public List<Long> held(Handle handle, String endpoint) {
        return handle.createQuery("select run from runs where endpoint = :endpoint and state = :state and dry = false"
                        + " order by run desc")
                .bind("endpoint", endpoint)
                .bind("state", RunState.HELD.word())
                .mapTo(Long.class)
                .list();
    }

    /** The newest run of an endpoint that is not dry; a null mode takes that of any mode. */
    public Optional<Run> newest(Handle handle, String endpoint, Mode mode) {
        return handle.createQuery(
                        SELECT + "where endpoint = :endpoint and dry = false"
                                + " and (cast(:mode as varchar) is null or mode = :mode) order by run desc fetch first 1 rows only")
                .bind("endpoint", endpoint)
                .bind("mode", mode == null ? null : mode.word())
                .map(ROWS)
                .findOne();
    }

    /** Ends a run, or changes the end of a held one. */
    public void finish(Handle handle, long run, RunState state, String reason, String report) {
        handle.createUpdate("update runs set state = :state, reason = :reason, report = :report, ended_at = :now"
                        + " where run = :run")
                .bind("run", run)
                .bind("state", state.word())
                .bind("reason", Reasons.cut(reason))
                .bind("report", report)
                .bind("now", clock.instant())
                .execute();
    }

    /** Keeps what a run learnt of its workspace: Intercom's own time at its start, the time zone, how exact dates are. */
    public void learned(Handle handle, long run, Instant serverStartedAt, String zone, String precision) {
        handle.createUpdate("update runs set server_started_at = coalesce(server_started_at, :serverStartedAt),"
                        + " workspace_zone = :zone, precision_of_dates = :precision where run = :run")
                .bind("run", run)
                .bind("serverStartedAt", serverStartedAt)
                .bind("zone", zone)
                .bind("precision", precision)
                .execute();
    }

    /** Keeps why a run stopped that stays open for the next import. */
    public void note(Handle handle, long run, String reason, String report) {
        handle.createUpdate("update runs set reason = :reason, report = :report where run = :run")
                .bind("run", run)
                .bind("reason", Reasons.cut(reason))
                .bind("report", report)
                .execute();
    }

    /** Ends the waiting of held runs: a newer full run takes their place. */
    public void supersedeHeld(Handle handle, String endpoint) {
        handle.createUpdate(
                        "update runs set state = :superseded where endpoint = :endpoint and state = :held and dry = false")
                .bind("superseded", RunState.SUPERSEDED.word())
                .bind("held", RunState.HELD.word())
                .bind("endpoint", endpoint)
                .execute();
    }

    /** Keeps Intercom's own counts of accounts; null leaves the stored one. */
    public void counted(Handle handle, long run, Long before, Long after) {
        handle.createUpdate("update runs set expected = coalesce(cast(:before as bigint), expected),"
                        + " counted_after = coalesce(cast(:after as bigint), counted_after) where run = :run")
                .bind("run", run)
                .bind("before", before)
                .bind("after", after)
                .execute();
    }

    /** Adds calls made to Intercom. */
    public void addRequests(Handle handle, long run, long requests) {
        handle.createUpdate("update runs set requests = requests + :requests where run = :run")
                .bind("run", run)
                .bind("requests", requests)
                .execute();
    }

    /** The run of that number. */
    public Optional<Run> find(Handle handle, long run) {
        return handle.createQuery(SELECT + "where run = :run")
                .bind("run", run)
                .map(ROWS)
                .findOne();
    }

    /** The newest runs first; null lists every endpoint. Targeted ones that went well are left out: there may be thousands a day. */
    public List<Run> list(Handle handle, String endpoint, int limit) {
        return handle.createQuery(SELECT + "where (cast(:endpoint as varchar) is null or endpoint = :endpoint)"
                        + " and not (mode = 'targeted' and state = 'complete')"
                        + " order by run desc fetch first :limit rows only")
                .bind("endpoint", endpoint)
                .bind("limit", limit)
                .map(ROWS)
                .list();
    }

    /** Deletes runs with what is left of their plans, and what pointed at what they read. */
    public void delete(Handle handle, List<Long> runs) {
        List.of("slices", "run_causes", "runs")
                .forEach(table -> handle.createUpdate("delete from " + table + " where run = any(:runs)")
                        .bindArray("runs", Long.class, runs)
                        .execute());
    }
}
