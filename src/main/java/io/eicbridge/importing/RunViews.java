package io.eicbridge.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import java.util.Optional;

/** Shows runs as commands see them: how far one is, what it came to, whom it affects. */
public final class RunViews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final LiveRuns live;
    private final RunLeases leases;
    private final Affected affected;

    /** Shows runs that are live here, under another process's lease, or ended. */
    public RunViews(LiveRuns live, RunLeases leases, Affected affected) {
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
        ArrayNode listed =
                run.state() == RunState.HELD && !run.dry() ? affected.by(run) : JsonNodeFactory.instance.arrayNode();
        progress.set("affected", listed);
        progress.put("affectedTotal", listed.size());
        return progress;
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
                .put("requests", run.requests())
                .put("reason", run.reason() == null ? "" : run.reason());
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
