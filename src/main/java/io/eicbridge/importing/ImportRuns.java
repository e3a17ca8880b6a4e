package io.eicbridge.importing;

import io.eicbridge.failure.About;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.RunState;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins runs, and gives each exactly one outcome: complete, incomplete, held or failed; an interrupted one stays open. */
public final class ImportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private final Map<String, EndpointImport> endpoints;
    private final RunDesk desk;
    private final Map<Mode, RunEnding> endings;
    private final LiveRuns live;
    private final Turns turns;
    private final RunEnds ends;

    /** Runs of these endpoints, which end by their mode. */
    public ImportRuns(
            Map<String, EndpointImport> endpoints,
            RunDesk desk,
            Map<Mode, RunEnding> endings,
            LiveRuns live,
            Turns turns,
            RunEnds ends) {
        this.endpoints = Map.copyOf(endpoints);
        this.desk = desk;
        this.endings = Map.copyOf(endings);
        this.live = live;
        this.turns = turns;
        this.ends = ends;
    }

    /** Begins or continues a run; null, with one line in the log, while another run of the endpoint is under way. */
    public LiveRun begin(ImportOrder order) {
        try {
            EndpointImport endpoint = endpoint(order.endpoint());
            return turns.inTurn(endpoint, order, () -> enter(endpoint, order), ends::abandon);
        } catch (Rejected busy) {
            LOG.info("Skipped: {}", new About("", order.endpoint(), "").endOf(busy.getMessage()));
            return null;
        }
    }

    /**
     * Begins or continues a run, if need be when the lease of a process that died doing so ends; a Rejected failure where the
     * endpoint is unknown or busy.
     */
    public LiveRun beginOrRefuse(ImportOrder order) {
        EndpointImport endpoint = endpoint(order.endpoint());
        desk.outwaitTheDead(endpoint, live::pause);
        return turns.inTurn(endpoint, order, () -> enter(endpoint, order), ends::abandon);
    }

    private LiveRun enter(EndpointImport endpoint, ImportOrder order) {
        return live.enter(endpoint.name(), () -> desk.open(endpoint, order));
    }

    private EndpointImport endpoint(String name) {
        EndpointImport endpoint = endpoints.get(name);
        if (endpoint == null) {
            throw new Rejected("There is no endpoint \"" + name + "\"; allowed is one of " + endpoints.keySet() + ".");
        }
        return endpoint;
    }

    /** Closes a run that went through its phases: publishes it, holds it, or says what it lacks. */
    public void conclude(LiveRun run) {
        if (run.stopped()) {
            ends.interrupted(run);
        } else if (!run.findings().complete()) {
            ends.end(run, RunState.INCOMPLETE, run.findings().reason());
        } else {
            ending(run).weigh().accept(run);
            publishUnlessHeld(run);
        }
    }

    private void publishUnlessHeld(LiveRun run) {
        if (run.findings().held()) {
            ends.end(run, ending(run).held(), run.findings().reason());
        } else {
            publish(run);
        }
    }

    private void publish(LiveRun run) {
        String reason = run.findings().reason();
        if (run.dry()) {
            ends.end(run, RunState.COMPLETE, reason);
        } else if (ending(run).prepare().test(run)) {
            ends.end(
                    run, RunState.COMPLETE, reason, handle -> ending(run).seal().accept(handle, run));
        } else {
            ends.interrupted(run);
        }
    }

    private RunEnding ending(LiveRun run) {
        return endings.get(run.order().mode());
    }

    /** Closes a run that could not go on; unless the data itself is at fault, the next run goes on from there. */
    public void failed(LiveRun run, Exception failure) {
        ends.failed(run, failure);
    }

    /** Takes a suspended run up again from its last stored page; it has to be carried out anew. */
    LiveRun goOn(LiveRun rested) {
        return live.succeed(rested, () -> desk.goOn(rested));
    }

    /** Gives up a suspended run, which stays open for the next import. */
    void abandon(LiveRun rested) {
        ends.abandon(rested);
    }

    /** Takes a held run up again for publication; refused where it is none, or a newer full run began since. */
    public LiveRun approve(long id) {
        return live.enter(desk.endpointOf(id), () -> desk.reopen(id, endpoints));
    }

    /** Publishes an approved run with what was confirmed once more. */
    public void publishApproved(LiveRun run) {
        if (run.suspended()) {
            ends.interrupted(run);
        } else if (run.stopped()) {
            ends.end(run, RunState.HELD, "The approval was interrupted; approve the run again.");
        } else {
            ending(run).weigh().accept(run);
            publish(run);
        }
    }
}
