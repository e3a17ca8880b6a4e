package io.eicbridge.importing;

import io.eicbridge.failure.About;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.NewRun;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins a run in the journal, or goes on with the one that was interrupted. */
public final class RunBeginning {
    private static final Logger LOG = LoggerFactory.getLogger(RunBeginning.class);
    private final Runs runs;
    private final Resumption resumption;
    private final RunEntry entry;
    private final IncrementalGate gate;

    /** Begins in this journal what the gate makes of an order. */
    public RunBeginning(Runs runs, Resumption resumption, RunEntry entry, IncrementalGate gate) {
        this.runs = runs;
        this.resumption = resumption;
        this.entry = entry;
        this.gate = gate;
    }

    LiveRun begin(Handle handle, EndpointImport endpoint, ImportOrder wanted) {
        ImportOrder order = gate.decide(handle, endpoint, wanted);
        Optional<Run> interrupted =
                order.dryRun() ? Optional.empty() : runs.open(handle, endpoint.name(), order.mode());
        Optional<String> obstacle =
                interrupted.flatMap(run -> resumption.obstacle(run, endpoint).or(() -> overtaken(handle, run)));
        if (interrupted.isPresent() && obstacle.isEmpty()) {
            return resumed(handle, endpoint, order, interrupted.get());
        }
        obstacle.ifPresent(why -> giveUp(handle, interrupted.orElseThrow(), why));
        return begun(handle, endpoint, order);
    }

    /** What runs store counts by their order; an incremental one that another overtook begins anew, which costs little. */
    private Optional<String> overtaken(Handle handle, Run run) {
        return runs.newest(handle, run.endpoint(), null)
                .filter(newest -> run.mode() == Mode.INCREMENTAL && newest.run() != run.run())
                .map(newest -> "It was interrupted, and run " + newest.run() + " went ahead of it.");
    }

    /** Goes on with a run that was suspended a moment ago, however long it is under way. */
    LiveRun goOn(Handle handle, LiveRun rested) {
        Run run = runs.find(handle, rested.getId()).orElseThrow();
        return resumed(handle, rested.source(), rested.order(), run);
    }

    /** What the run stored is never published; the next one that is clears it away. */
    private void giveUp(Handle handle, Run run, String why) {
        runs.finish(handle, run.run(), RunState.FAILED, "It was interrupted and cannot go on: " + why, null);
        LOG.warn(
                "The interrupted run is given up and another one begins anew: {} {}",
                why,
                new About(Long.toString(run.run()), run.endpoint(), ""));
    }

    private LiveRun begun(Handle handle, EndpointImport endpoint, ImportOrder order) {
        if (order.mode() == Mode.FULL && !order.dryRun()) {
            runs.supersedeHeld(handle, endpoint.name());
        }
        Run run = runs.start(
                handle,
                new NewRun(
                        endpoint.name(),
                        order.mode(),
                        order.dryRun(),
                        null,
                        null,
                        null,
                        endpoint.coverage(),
                        endpoint.mapping()));
        return entry.live(handle, run.run(), endpoint, order);
    }

    private LiveRun resumed(Handle handle, EndpointImport endpoint, ImportOrder order, Run run) {
        LiveRun live = entry.live(handle, run.run(), endpoint, order);
        LOG.info("The interrupted run goes on where its last page was stored. {}", live.context());
        return live;
    }
}
