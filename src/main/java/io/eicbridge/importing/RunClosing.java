package io.eicbridge.importing;

import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Writes the end of runs into the journal, with their reports. */
public final class RunClosing {
    private final RunTransactions transactions;
    private final Runs runs;
    private final Slices slices;
    private final RunReports reports;

    /** Closes runs of this journal. */
    public RunClosing(RunTransactions transactions, Runs runs, Slices slices, RunReports reports) {
        this.transactions = transactions;
        this.runs = runs;
        this.slices = slices;
        this.reports = reports;
    }

    /** Ends a run at the moment {@code also} happens; a process that lost the run's lease can do neither. None is complete that has an open slice. */
    void finish(LiveRun run, RunState state, String reason, Consumer<Handle> also) {
        transactions.write(run, handle -> {
            if (state == RunState.COMPLETE && slices.unfinished(handle, run.getId())) {
                throw new IllegalStateException("a list was not read to its end, so that nothing is published");
            }
            also.accept(handle);
            runs.finish(handle, run.getId(), state, reason, report(handle, run, state, reason));
            return null;
        });
    }

    /** Keeps why an unfinished run stopped; it stays open for the next import. */
    void note(LiveRun run, String reason) {
        transactions.write(run, handle -> {
            runs.note(handle, run.getId(), reason, report(handle, run, RunState.FAILED, reason));
            return null;
        });
    }

    /** Keeps what is left to keep of a run that was stopped; it stays open for the next import. */
    void pause(LiveRun run) {
        transactions.write(run, handle -> null);
    }

    private String report(Handle handle, LiveRun run, RunState state, String reason) {
        return reports.of(handle, run, state, reason).toString();
    }
}
