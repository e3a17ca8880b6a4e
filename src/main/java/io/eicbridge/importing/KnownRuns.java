package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.List;

/** Finds runs by the numbers that people type. */
public final class KnownRuns {
    private final Store store;
    private final Runs runs;

    /** Finds them in this journal. */
    public KnownRuns(Store store, Runs runs) {
        this.store = store;
        this.runs = runs;
    }

    /** The run of that number; Rejected where there is none. */
    Run get(long id) {
        return store.read(handle -> runs.find(handle, id))
                .orElseThrow(() -> new Rejected("There is no run " + id + "; see \"eic-bridge import status\"."));
    }

    /** The newest first, of all endpoints. */
    List<Run> newest(int limit) {
        return store.read(handle -> runs.list(handle, null, limit));
    }
}
