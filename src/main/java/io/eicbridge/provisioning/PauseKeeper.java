package io.eicbridge.provisioning;

import io.eicbridge.failure.Configuration;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Outcome;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.Pauses;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses what cannot work until somebody mends a token, a permission or a plan, and goes on once a probe succeeds. */
public final class PauseKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(PauseKeeper.class);
    /** What is paused where tickets cannot be read: no kind of request, each of which asks for its own. */
    private static final String QUEUE_ITEMS = "queue-items";

    private final Store store;
    private final Pauses pauses;
    private final Duration probe;
    private final Runnable wake;
    private final Clock clock;

    PauseKeeper(Store store, Pauses pauses, Duration probe, Runnable wake, Clock clock) {
        this.store = store;
        this.pauses = pauses;
        this.probe = probe;
        this.wake = wake;
        this.clock = clock;
    }

    /** Whatever needs the same waits from now on; null where it did so before. */
    Pause begin(ProvisioningRequest request, Configuration failure) {
        Instant now = clock.instant();
        boolean everything = failure.capability().equals(Pause.SYSTEM);
        String kind = everything ? Pause.EVERYTHING : Pauses.kind(request.asked());
        Pause pause = new Pause(failure.capability(), kind, failure.getMessage(), now, now.plus(probe));
        return store.inTransaction(handle -> pauses.begin(handle, pause)) ? pause : null;
    }

    /** The tickets of queue items cannot be read until something is mended; null where that was known before. */
    public Pause ticketsUnread(Configuration failure) {
        Instant now = clock.instant();
        boolean everything = failure.capability().equals(Pause.SYSTEM);
        String kind = everything ? Pause.EVERYTHING : QUEUE_ITEMS;
        Pause pause = new Pause(failure.capability(), kind, failure.getMessage(), now, now.plus(probe));
        return store.inTransaction(handle -> pauses.begin(handle, pause)) ? pause : null;
    }

    /** The tickets of queue items are read again. */
    public void ticketsRead() {
        lift(QUEUE_ITEMS);
    }

    /** A probe that got as far as Intercom's own decision has found that the capability works. */
    void after(InHand.Held held, Outcome outcome) {
        boolean decided =
                outcome.state() != RequestState.WAITING && held.trail().calls() > 0;
        if (held.claim().probe() && decided) {
            lift(Pauses.kind(held.claim().request().asked()));
        }
    }

    /** Whether it has to be found out now if the system works again; nobody else is told so until the next time. */
    public boolean probeIsDue() {
        Instant now = clock.instant();
        return store.inTransaction(handle -> pauses.probe(handle, Pause.EVERYTHING, now, now.plus(probe)));
    }

    /** The call that finds it out: it needs a token and no permission. */
    public Call question() {
        return Call.get("/me");
    }

    /** The system works again. */
    public void systemWorks() {
        lift(Pause.EVERYTHING);
    }

    private void lift(String kind) {
        if (store.inTransaction(handle -> pauses.lift(handle, kind)) > 0) {
            LOG.info("A probe succeeded: requests of \"{}\" are carried out again.", kind);
            wake.run();
        }
    }

    /** What is paused. */
    public List<Pause> all() {
        return store.read(pauses::all);
    }
}
