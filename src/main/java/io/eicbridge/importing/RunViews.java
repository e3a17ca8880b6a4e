package io.eicbridge.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.util.Optional;

/** Shows runs as commands see them: how far one is, what it came to, whom it affects. */
public final class RunViews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Store store;
    private final Slices slices;
    private final LiveRuns live;
    private final RunLeases leases;
    private final Affected affected;

    /** Shows runs that are live here, under another process's lease, or ended. */
    public RunViews(Store store, Slices slices, LiveRuns live, RunLeases leases, Affected affected) {
        this.store = store;
        this.slices = slices;
        this.live = live;
        this.leases = leases;
        this.affected = affected;
    }

    /** How far a run is, and its report once it ended. */
    ObjectNode progress(Run run) {
        Optional<LiveRun> going = live.find(run.run());
        ObjectNode progress = summary(run);
        going.ifPresent(one -> add(progress, one.progress()));
        progress.set("report", parsed(run.report()));
        boolean waits = run.state() == RunState.HELD && !run.dry();
        progress.set("affected", waits ? affected.by(run) : JsonNodeFactory.instance.arrayNode());
        return progress.put("affectedTotal", waits ? affected.count(run) : 0);
    }

    private static void add(ObjectNode progress, RunProgress going) {
        progress.put("phase", going.phase().text());
        progress.put("read", going.read());
        progress.put("expected", going.expected());
        progress.put("perSecond", Math.round(going.perSecond()));
    }

    /** What a list shows of a run. */
    ObjectNode summary(Run run) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", run.run())
                .put("endpoint", run.endpoint())
                .put("mode", run.mode().word())
                .put("dryRun", run.dry())
                .put("state", state(run))
                .put("startedAt", run.startedAt().toString())
                .put("endedAt", run.endedAt() == null ? null : run.endedAt().toString())
                .put("read", read(run))
                .put("requests", requests(run))
                .put("reason", run.reason() == null ? "" : run.reason());
    }

    /** Accounts by the report of an ended run; of one without report the rows of accounts that it has stored so far. */
    private long read(Run run) {
        return run.state() == RunState.RUNNING || run.report() == null
                ? store.read(handle -> slices.read(handle, run.run()))
                : parsed(run.report()).path("read").asLong();
    }

    private long requests(Run run) {
        return run.requests()
                + live.find(run.run()).map(one -> one.requests().sum()).orElse(0L);
    }

    /** An open run that nobody carries out was interrupted, or failed in a way that the next import goes on from. */
    private String state(Run run) {
        boolean going = live.find(run.run()).isPresent();
        if (!going && run.state() != RunState.RUNNING) {
            return run.state().word();
        }
        if (going || leases.elsewhere(run.endpoint())) {
            return RunState.RUNNING.word();
        }
        return run.report() == null ? "interrupted" : RunState.FAILED.word();
    }

    private static JsonNode parsed(String report) {
        try {
            return report == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report is no JSON", e);
        }
    }
}
