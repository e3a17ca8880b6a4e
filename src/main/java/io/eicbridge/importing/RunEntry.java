package io.eicbridge.importing;

import io.eicbridge.directory.Publications;
import io.eicbridge.journal.DeadLetters;
import org.jdbi.v3.core.Handle;

/** Makes live runs, each with what it must know of the runs and the refused records before it. */
public final class RunEntry {
    private final Publications publications;
    private final DeadLetters deadLetters;

    /** Learns from these parts of directory and journal. */
    public RunEntry(Publications publications, DeadLetters deadLetters) {
        this.publications = publications;
        this.deadLetters = deadLetters;
    }

    LiveRun live(Handle handle, long id, EndpointImport endpoint, ImportOrder order) {
        LiveRun live = new LiveRun(id, endpoint, order, publications.hiddenRuns(handle, endpoint.name()));
        deadLetters.open(handle, endpoint.name(), RefusedRecords.KIND).forEach(live.refusedBefore()::add);
        return live;
    }
}
