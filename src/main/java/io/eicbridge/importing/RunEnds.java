package io.eicbridge.importing;

import io.eicbridge.failure.About;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.RunState;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends live runs: with an outcome, with a failure, or cut short so that the next import goes on from there. */
public final class RunEnds {
    private static final Logger LOG = LoggerFactory.getLogger(RunEnds.class);
    private final RunClosing closing;
    private final RunLeases leases;
    private final LiveRuns live;
    private final RunListener listener;

    /** Ends runs that are live here, and tells the listener. */
    public RunEnds(RunClosing closing, RunLeases leases, LiveRuns live, RunListener listener) {
        this.closing = closing;
        this.leases = leases;
        this.live = live;
        this.listener = listener;
    }

    void end(LiveRun run, RunState state, String reason) {
        end(run, state, reason, handle -> {});
    }

    /** Ends a run at the moment {@code also} happens. */
    void end(LiveRun run, RunState state, String reason, Consumer<Handle> also) {
        closing.finish(run, state, reason, also);
        left(run, state);
    }

    /** Lets a run rest that is only suspended; ends any other, to go on with the next import unless it is dry. */
    void interrupted(LiveRun run) {
        if (run.suspended() && !live.stopping()) {
            rest(run);
        } else if (run.dry()) {
            end(run, RunState.FAILED, "The dry run was stopped; it changes nothing and does not go on.");
        } else {
            stopped(run);
        }
    }

    /** Keeps the run's place and lease, so that nobody else begins or goes on meanwhile. */
    private static void rest(LiveRun run) {
        run.end(LiveRun.SUSPENDED);
        LOG.info("The run rests after its page and goes on from there in a moment. {}", run.context());
        run.away().complete(null);
    }

    private void stopped(LiveRun run) {
        LOG.warn("The run was stopped after its page and goes on from there with the next import. {}", run.context());
        try {
            closing.pause(run);
        } catch (RuntimeException e) {
            LOG.warn("The run's last calls are not counted: {}", run.context().endOf(String.valueOf(e.getMessage())));
        }
        leave(run, LiveRun.INTERRUPTED);
    }

    /** Gives up a suspended run, which stays open for the next import. */
    void abandon(LiveRun rested) {
        leave(rested, LiveRun.INTERRUPTED);
    }

    /** Closes a run that could not go on; unless the data itself is at fault, the next run goes on from there. */
    void failed(LiveRun run, Exception failure) {
        if (run.stopped() && run.failure() == null) {
            interrupted(run);
            return;
        }
        boolean forGood = failure instanceof Rejected || run.dry();
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        LOG.error(
                "The import failed, nothing was published, {}: {}",
                forGood ? "the next one begins anew" : "the next one goes on from its last page",
                run.context().endOf(words),
                failure instanceof Failure ? null : failure);
        try {
            keep(run, About.bare(words), forGood);
        } catch (RuntimeException e) {
            LOG.error("The failure could not be stored: {}", run.context().endOf(String.valueOf(e.getMessage())));
        }
        left(run, RunState.FAILED);
    }

    private void keep(LiveRun run, String words, boolean forGood) {
        if (forGood) {
            closing.finish(run, RunState.FAILED, words, handle -> {});
        } else {
            closing.note(run, words);
        }
    }

    private void left(LiveRun run, RunState state) {
        leave(run, state.word());
        boolean good = state == RunState.COMPLETE && !run.dry();
        listener.runEnded(run.getEndpoint(), run.order().mode().word(), state.word(), good);
    }

    private void leave(LiveRun run, String outcome) {
        run.end(outcome);
        // first the lease: the next run of this process has the same holder, and would lose its own
        leases.release(run.getEndpoint());
        live.leave(run);
    }
}
