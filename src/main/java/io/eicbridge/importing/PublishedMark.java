package io.eicbridge.importing;

import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Publications;
import io.eicbridge.directory.Sweep;
import io.eicbridge.journal.DeadLetters;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Moves the mark up to which runs are seen, and the watermark of incremental runs, to the end of a full run. */
public final class PublishedMark {
    private final Endpoints endpoints;
    private final Publications publications;
    private final Sweep sweep = new Sweep();
    private final DeadLetters deadLetters;
    private final MarkMove watermark;
    private final Clock clock;

    /** A mark in these parts of directory and journal. */
    public PublishedMark(
            Endpoints endpoints, Publications publications, DeadLetters deadLetters, MarkMove watermark, Clock clock) {
        this.endpoints = endpoints;
        this.publications = publications;
        this.deadLetters = deadLetters;
        this.watermark = watermark;
        this.clock = clock;
    }

    /**
     * From the end of the transaction on, everything that the run stored is seen. What dead runs left is cleared in the same
     * moment: until then it would hide what this run found as well.
     */
    void move(Handle handle, LiveRun run) {
        endpoints.recordScope(handle, run.getEndpoint(), run.source().coverage());
        publications.seal(handle, run.getEndpoint(), run.getId(), true, clock.instant());
        sweep.sweep(handle, run.getEndpoint(), run.getId(), sweep.dead(handle, run.getEndpoint(), run.getId()));
        deadLetters.resolveUnseen(handle, run.getEndpoint(), RefusedRecords.KIND, run.getId());
        deadLetters.resolveUnseen(handle, run.getEndpoint(), AsideHints.KIND, run.getId());
        watermark.to(handle, run);
    }
}
