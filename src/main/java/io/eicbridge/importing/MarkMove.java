package io.eicbridge.importing;

import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Watermark;
import io.eicbridge.journal.Watermarks;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Moves an endpoint's watermark to the start of a run that ends well: to its first start where it was interrupted. */
public final class MarkMove {
    private final Runs runs;
    private final Watermarks watermarks;
    private final SearchLag lag;

    /** Moves marks in this journal. */
    public MarkMove(Runs runs, Watermarks watermarks, SearchLag lag) {
        this.runs = runs;
        this.watermarks = watermarks;
        this.lag = lag;
    }

    void to(Handle handle, LiveRun run) {
        lag.forget(handle, run);
        Optional.of(runs.find(handle, run.getId()).orElseThrow())
                .map(Run::serverStartedAt)
                .ifPresent(start -> watermarks.move(
                        handle,
                        run.getEndpoint(),
                        new Watermark(start, run.source().coverage(), run.getId())));
    }
}
