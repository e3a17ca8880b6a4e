package io.eicbridge.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.Optional;
import java.util.function.Consumer;

/** What commands ask about runs: begin one, how far it is, what it came to. */
public final class ImportDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LISTED = 20;
    private final Store store;
    private final Runs runs;
    private final ImportRuns imports;
    private final LiveRuns live;
    private final Affected affected;
    private final Consumer<LiveRun> carryOut;
    private final Consumer<LiveRun> approve;

    /** A desk that hands begun runs to {@code carryOut} and approvals to {@code approve}, which return at once. */
    public ImportDesk(
            Store store,
            Runs runs,
            ImportRuns imports,
            LiveRuns live,
            Affected affected,
            Consumer<LiveRun> carryOut,
            Consumer<LiveRun> approve) {
        this.store = store;
        this.runs = runs;
        this.imports = imports;
        this.live = live;
        this.affected = affected;
        this.carryOut = carryOut;
        this.approve = approve;
    }

    /** Begins a run and answers its number at once; a Rejected failure where one is under way. */
    public ObjectNode start(ImportOrder order) {
        LiveRun run = imports.beginOrRefuse(order);
        carryOut.accept(run);
        return JsonNodeFactory.instance.objectNode().put("run", run.getId());
    }

    /** Begins the publication of a held run. */
    public ObjectNode approve(long id) {
        Run run = run(id);
        if (run.state() != RunState.HELD) {
            throw new Rejected("Run " + id + " is " + run.state().word()
                    + " and cannot be approved; only a held run can, until a newer full run starts.");
        }
        approve.accept(imports.approve(id));
        return progress(id);
    }

    /** How far a run is, and its report once it ended. */
    public ObjectNode progress(long id) {
        Run run = run(id);
        Optional<LiveRun> going = live.find(id);
        ObjectNode progress = summary(run, going.isPresent());
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

    /** The newest runs first. */
    public ObjectNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("runs");
        store.read(handle -> runs.list(handle, null, LISTED))
                .forEach(run -> list.add(summary(run, live.find(run.run()).isPresent())));
        return answer;
    }

    private ObjectNode summary(Run run, boolean going) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", run.run())
                .put("endpoint", run.endpoint())
                .put("mode", run.mode().word())
                .put("dryRun", run.dry())
                .put("state", state(run, going))
                .put("startedAt", run.startedAt().toString())
                .put("endedAt", run.endedAt() == null ? null : run.endedAt().toString())
                .put("requests", run.requests())
                .put("reason", run.reason() == null ? "" : run.reason());
    }

    /** An open run that nobody carries out was interrupted, or failed in a way that the next import goes on from. */
    private String state(Run run, boolean going) {
        if (!going && run.state() != RunState.RUNNING) {
            return run.state().word();
        }
        if (going || imports.elsewhere(run.endpoint())) {
            return RunState.RUNNING.word();
        }
        return run.report() == null ? "interrupted" : RunState.FAILED.word();
    }

    private Run run(long id) {
        return store.read(handle -> runs.find(handle, id))
                .orElseThrow(() -> new Rejected("There is no run " + id + "; see \"eic-bridge import status\"."));
    }

    private static JsonNode parsed(String report) {
        try {
            return report == null ? JsonNodeFactory.instance.nullNode() : JSON.readTree(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report is no JSON", e);
        }
    }
}
