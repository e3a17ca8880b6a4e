package io.eicbridge.provisioning;

import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps back what is paused, but for one request of its kind from time to time, which finds out whether it works again. */
final class PauseGate {
    private final Pauses pauses;
    private final Duration probe;

    PauseGate(Pauses pauses, Duration probe) {
        this.pauses = pauses;
        this.probe = probe;
    }

    /** How far a request gets. */
    enum Way {
        OPEN,
        PROBE,
        CLOSED
    }

    Way way(Handle handle, NewRequest asked, Instant now) {
        List<Pause> all = pauses.all(handle);
        String kind = Pauses.kind(asked);
        if (all.stream().anyMatch(pause -> pause.kind().equals(Pause.EVERYTHING))) {
            return Way.CLOSED;
        }
        if (all.stream().noneMatch(pause -> pause.kind().equals(kind))) {
            return Way.OPEN;
        }
        return pauses.probe(handle, kind, now, now.plus(probe)) ? Way.PROBE : Way.CLOSED;
    }
}
