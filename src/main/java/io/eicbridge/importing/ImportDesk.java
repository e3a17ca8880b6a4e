package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** What commands ask about runs: begin one, how far it is, what it came to. */
public final class ImportDesk {
    private static final int LISTED = 20;
    private final KnownRuns known;
    private final ImportRuns imports;
    private final RunViews views;
    private final Consumer<LiveRun> carryOut;
    private final Consumer<LiveRun> approve;

    /** A desk that hands begun runs to {@code carryOut} and approvals to {@code approve}, which return at once. */
    public ImportDesk(
            KnownRuns known,
            ImportRuns imports,
            RunViews views,
            Consumer<LiveRun> carryOut,
            Consumer<LiveRun> approve) {
        this.known = known;
        this.imports = imports;
        this.views = views;
        this.carryOut = carryOut;
        this.approve = approve;
    }

    /** Begins a run and answers its number and mode at once; a Rejected failure where one is under way. */
    public ObjectNode start(ImportOrder order) {
        LiveRun run = imports.beginOrRefuse(order);
        carryOut.accept(run);
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", run.getId())
                .put("mode", run.order().mode().word());
    }

    /** Begins the publication of a held run. */
    public ObjectNode approve(long id) {
        HeldRuns.requireHeld(known.get(id));
        approve.accept(imports.approve(id));
        return progress(id);
    }

    /** How far a run is, and its report once it ended. */
    public ObjectNode progress(long id) {
        ObjectNode progress = views.progress(known.get(id));
        // the run may have ended after its row was read and before anybody looked whether it is under way
        return "interrupted".equals(progress.path("state").asText()) ? views.progress(known.get(id)) : progress;
    }

    /** The newest runs first. */
    public ObjectNode list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("runs");
        known.newest(LISTED).forEach(run -> list.add(views.summary(run)));
        return answer;
    }
}
