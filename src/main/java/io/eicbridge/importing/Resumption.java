package io.eicbridge.importing;

import io.eicbridge.journal.Run;
import java.time.Clock;
import java.util.Optional;

/** Decides whether an interrupted run goes on where its last page was stored, or is given up. */
public final class Resumption {
    private final ImportSettings settings;
    private final Clock clock;

    /** Decides by the settings' age and this clock. */
    public Resumption(ImportSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Why the run cannot go on; empty where it can. */
    Optional<String> obstacle(Run run, EndpointImport endpoint) {
        boolean old = !run.startedAt().plus(settings.resumeWithin()).isAfter(clock.instant());
        return old || !endpoint.coverage().equals(run.scope())
                ? Optional.of("It was interrupted and is too old, or covers something else.")
                : Optional.empty();
    }
}
