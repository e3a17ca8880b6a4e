package io.eicbridge.importing;

import io.eicbridge.journal.Mode;
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
        if (run.mode() == Mode.TARGETED) {
            return Optional.of("what it was to read is read by the next one.");
        }
        if (!run.startedAt().plus(settings.resumeWithin()).isAfter(clock.instant())) {
            return Optional.of("It began more than " + settings.resumeWithin().toHours() + " hours ago.");
        }
        return difference(run, endpoint);
    }

    /** What changed since the run began, so that a part of it would be of another kind than the rest. */
    static Optional<String> difference(Run run, EndpointImport endpoint) {
        if (!endpoint.coverage().equals(run.scope())) {
            return Optional.of("The scope changed from \"" + run.scope() + "\" to \"" + endpoint.coverage() + "\".");
        }
        if (endpoint.mapping().equals(run.mapping())) {
            return Optional.empty();
        }
        return Optional.of(
                run.mapping() == null
                        ? "It was begun by an older bridge, which did not note by which mapping."
                        : "The mapping changed since it began, and what it stored was mapped by the old one.");
    }
}
