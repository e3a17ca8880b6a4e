package io.eicbridge.importing;

import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Runs;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Lets go of hints at the moment in which the run ends that has read what they point at. */
public final class SettledHints {
    private final Hints hints;
    private final Runs runs;
    private final DeadLetters deadLetters;

    /** Hints and runs of this journal, and letters about hints that were given up. */
    public SettledHints(Hints hints, Runs runs, DeadLetters deadLetters) {
        this.hints = hints;
        this.runs = runs;
        this.deadLetters = deadLetters;
    }

    void by(Handle handle, LiveRun run) {
        if (run.dry()) {
            return;
        }
        if (run.isTargeted()) {
            deadLetters.resolve(handle, run.getEndpoint(), AsideHints.KIND, read(handle, run));
            hints.done(handle, run.getId());
        } else {
            hints.imported(
                    handle,
                    run.getEndpoint(),
                    runs.find(handle, run.getId()).orElseThrow().startedAt());
        }
    }

    private List<String> read(Handle handle, LiveRun run) {
        Stream<String> hinted = hints.of(handle, run.getId()).stream().map(AsideHints::subject);
        return Stream.concat(run.order().named().stream(), hinted).toList();
    }
}
