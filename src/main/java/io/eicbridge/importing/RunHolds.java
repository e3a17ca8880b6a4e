package io.eicbridge.importing;

import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Publications;
import org.jdbi.v3.core.Handle;

/** Holds a run whose scope is another one than the published, or whose changes are more than its thresholds allow. */
public final class RunHolds {
    private final Endpoints endpoints;
    private final Publications publications;
    private final RunTallies tallies;

    /** Compares with these parts of the directory. */
    public RunHolds(Endpoints endpoints, Publications publications, RunTallies tallies) {
        this.endpoints = endpoints;
        this.publications = publications;
        this.tallies = tallies;
    }

    void hold(Handle handle, LiveRun run) {
        boolean first = publications.current(handle, run.getEndpoint()).isEmpty();
        if (!first) {
            holdForScope(handle, run);
        }
        Thresholding.hold(run, run.findings().tally(), first, what -> tallies.known(handle, run.getEndpoint(), what));
    }

    private void holdForScope(Handle handle, LiveRun run) {
        String now = run.source().coverage();
        endpoints
                .binding(handle, run.getEndpoint())
                .scope()
                .filter(before -> !before.equals(now))
                .ifPresent(
                        before -> run.findings().hold("The scope changed from \"" + before + "\" to \"" + now + "\"."));
    }
}
