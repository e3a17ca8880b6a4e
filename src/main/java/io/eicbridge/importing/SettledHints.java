package io.eicbridge.importing;

import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Runs;
import org.jdbi.v3.core.Handle;

/** Lets go of hints at the moment in which the run ends that has read what they point at. */
public final class SettledHints {
    private final Hints hints;
    private final Runs runs;

    /** Hints and runs of this journal. */
    public SettledHints(Hints hints, Runs runs) {
        this.hints = hints;
        this.runs = runs;
    }

    void by(Handle handle, LiveRun run) {
        if (run.dry()) {
            return;
        }
        if (run.isTargeted()) {
            hints.done(handle, run.getId());
        } else {
            hints.imported(
                    handle,
                    run.getEndpoint(),
                    runs.find(handle, run.getId()).orElseThrow().startedAt());
        }
    }
}
