package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import org.jdbi.v3.core.Handle;

/** Takes up held runs again to publish them, with nothing left of what they had confirmed. */
public final class HeldRuns {
    private final Runs runs;
    private final Slices slices;
    private final RunEntry entry;

    /** Takes runs up from this journal. */
    public HeldRuns(Runs runs, Slices slices, RunEntry entry) {
        this.runs = runs;
        this.slices = slices;
        this.entry = entry;
    }

    /** Refuses a run that does not wait for an approval. */
    static void requireHeld(Run run) {
        if (run.state() != RunState.HELD || run.dry()) {
            throw new Rejected("Run " + run.run() + " is " + run.state().word()
                    + (run.dry() ? ", a dry run," : "")
                    + " and cannot be approved; only a held run can, until a newer full run starts.");
        }
    }

    private static void refuse(Run run, String difference) {
        throw new Rejected("Run " + run.run() + " cannot be approved: " + difference
                + " Begin a full import, or undo that change.");
    }

    LiveRun reopen(Handle handle, long id, EndpointImport endpoint) {
        Run run = runs.find(handle, id).orElseThrow();
        requireHeld(run);
        Resumption.difference(run, endpoint).ifPresent(difference -> refuse(run, difference));
        LiveRun live = entry.live(handle, id, endpoint, new ImportOrder(endpoint.name(), run.mode(), false));
        live.findings().approve();
        slices.forget(handle, id, Phase.ABSENCES.text());
        return live;
    }
}
