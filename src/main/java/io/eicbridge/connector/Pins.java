package io.eicbridge.connector;

import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Publications;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the published state that a call is read from, and keeps a caller from going on with one that is long past. */
public final class Pins {
    /** Longer than any import of EIC takes. */
    private static final Duration LIFE = Duration.ofHours(24);
    /** A state that was the newest for days must not end under a caller who has just begun to read it. */
    private static final long NEWER = 3;

    private static final String AGAIN = ": begin again with the first page, without 'run' and 'after'.";

    private final Store store;
    private final Clock clock;
    private final Publications publications = new Publications();
    private final Runs runs;

    /** Published states of the directory in this store. */
    public Pins(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.runs = new Runs(clock);
    }

    /**
     * The state of the run that a call names, else the newest one.
     *
     * @throws Transient before the first complete import of the endpoint; {@code Rejected} with 400 or 410 where the named
     *     run never published anything, or did so too long ago
     */
    Pin require(String endpoint, Optional<Long> run) {
        return store.read(handle -> {
            Pin newest = publications.current(handle, endpoint).orElseThrow(() -> notYet(endpoint));
            return run.map(wanted -> wanted == newest.run() ? newest : earlier(handle, newest, wanted))
                    .orElse(newest);
        });
    }

    private Pin earlier(Handle handle, Pin newest, long wanted) {
        String endpoint = newest.endpoint();
        Pin pin = publications.at(handle, endpoint, wanted).orElseThrow(() -> none(handle, newest, wanted));
        if (newest.publication() - pin.publication() > NEWER && old(handle, wanted)) {
            throw outdated();
        }
        return pin;
    }

    /** A state of which housekeeping has deleted runs is as outdated as the run itself that it deleted. */
    private RuntimeException none(Handle handle, Pin newest, long wanted) {
        boolean published = runs.find(handle, wanted)
                .map(run -> run.publication() != null && run.endpoint().equals(newest.endpoint()))
                .orElse(wanted < newest.run());
        return published
                ? outdated()
                : Refusals.invalid("'run' names no published run of " + newest.endpoint() + AGAIN);
    }

    private static RuntimeException outdated() {
        return Refusals.outdated("'run' names a state of more than a day ago, which newer ones replaced" + AGAIN);
    }

    private boolean old(Handle handle, long run) {
        return runs.find(handle, run)
                .map(Run::endedAt)
                .filter(ended -> ended.isBefore(clock.instant().minus(LIFE)))
                .isPresent();
    }

    private static Transient notYet(String endpoint) {
        return new Transient(
                "No full import of " + endpoint
                        + " has completed yet, so there is nothing whole to give: wait for it, or start"
                        + " one with 'eic-bridge import " + endpoint + " --full' [endpoint=" + endpoint + "]",
                true,
                null,
                null);
    }
}
