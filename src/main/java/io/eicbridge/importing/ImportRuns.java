package io.eicbridge.importing;

import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.RunState;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins runs, and gives each exactly one outcome: complete, incomplete, held or failed; an interrupted one stays open. */
public final class ImportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private final Map<String, EndpointImport> endpoints;
    private final RunDesk desk;
    private final Weighing weighing;
    private final Publishing publishing;
    private final LiveRuns live;
    private final RunListener listener;

    /** Runs of these endpoints. */
    public ImportRuns(
            Map<String, EndpointImport> endpoints,
            RunDesk desk,
            Weighing weighing,
            Publishing publishing,
            LiveRuns live,
            RunListener listener) {
        this.endpoints = Map.copyOf(endpoints);
        this.desk = desk;
        this.weighing = weighing;
        this.publishing = publishing;
        this.live = live;
        this.listener = listener;
    }

    /** Begins or continues a run; null, with one line in the log, while another run of the endpoint is under way. */
    public LiveRun begin(ImportOrder order) {
        try {
            EndpointImport endpoint = endpoint(order.endpoint());
            return live.enter(endpoint.name(), () -> desk.open(endpoint, order));
        } catch (Rejected busy) {
            LOG.info("Skipped: {} [endpoint={}]", busy.getMessage(), order.endpoint());
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
        return live.enter(endpoint.name(), () -> desk.open(endpoint, order));
    }

    /** Whether another process carries out a run of the endpoint. */
    boolean elsewhere(String endpoint) {
        return desk.elsewhere(endpoint);
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
            interrupted(run);
        } else if (!run.findings().complete()) {
            end(run, RunState.INCOMPLETE, run.findings().reason());
        } else {
            weighing.weigh(run);
            if (run.findings().held()) {
                end(run, RunState.HELD, run.findings().reason());
            } else {
                publish(run);
            }
        }
    }

    private void publish(LiveRun run) {
        if (run.dry()) {
            end(run, RunState.COMPLETE, run.findings().reason());
        } else if (publishing.prepare(run)) {
            desk.finish(run, RunState.COMPLETE, run.findings().reason(), handle -> publishing.seal(handle, run));
            left(run, RunState.COMPLETE);
        } else {
            interrupted(run);
        }
    }

    private void interrupted(LiveRun run) {
        if (run.suspended() && !live.stopping()) {
            rest(run);
            return;
        }
        if (run.dry()) {
            end(run, RunState.FAILED, "The dry run was stopped; it changes nothing and does not go on.");
            return;
        }
        run.end(LiveRun.INTERRUPTED);
        LOG.warn("The run was stopped after its page and goes on from there with the next import. {}", run.context());
        live.leave(run);
        desk.release(run);
    }

    /** Keeps the run's place and lease, so that nobody else begins or goes on meanwhile. */
    private void rest(LiveRun run) {
        run.end(LiveRun.SUSPENDED);
        LOG.info("The run rests after its page and goes on from there in a moment. {}", run.context());
        run.away().complete(null);
    }

    /** Takes a suspended run up again from its last stored page; it has to be carried out anew. */
    LiveRun goOn(LiveRun rested) {
        return live.succeed(rested, () -> desk.goOn(rested));
    }

    /** Gives up a suspended run, which stays open for the next import. */
    void abandon(LiveRun rested) {
        live.leave(rested);
        desk.release(rested);
    }

    private void end(LiveRun run, RunState state, String reason) {
        desk.finish(run, state, reason, handle -> {});
        left(run, state);
    }

    private void left(LiveRun run, RunState state) {
        run.end(state.word());
        live.leave(run);
        desk.release(run);
        boolean good = state == RunState.COMPLETE && !run.dry();
        listener.runEnded(run.getEndpoint(), run.order().mode().word(), state.word(), good);
    }

    /** Closes a run that could not go on; unless the data itself is at fault, the next run goes on from there. */
    public void failed(LiveRun run, Exception failure) {
        if (run.stopped() && run.failure() == null) {
            interrupted(run);
            return;
        }
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        boolean known = failure instanceof Transient || failure instanceof Rejected || failure instanceof Configuration;
        LOG.error("The import failed, nothing was published: {} {}", words, run.context(), known ? null : failure);
        try {
            keep(run, words, failure instanceof Rejected || run.dry());
        } catch (RuntimeException e) {
            LOG.error("The failure could not be stored: {} {}", e.getMessage(), run.context());
        }
        left(run, RunState.FAILED);
    }

    private void keep(LiveRun run, String words, boolean forGood) {
        if (forGood) {
            desk.finish(run, RunState.FAILED, words, handle -> {});
        } else {
            desk.note(run, words);
        }
    }

    /** Takes a held run up again for publication; refused where it is none, or a newer full run began since. */
    public LiveRun approve(long id) {
        return live.enter(desk.endpointOf(id), () -> desk.reopen(id, endpoints));
    }

    /** Publishes an approved run with what was confirmed once more. */
    public void publishApproved(LiveRun run) {
        if (run.suspended()) {
            interrupted(run);
        } else if (run.stopped()) {
            end(run, RunState.HELD, "The approval was interrupted; approve the run again.");
        } else {
            weighing.weigh(run);
            publish(run);
        }
    }
}
