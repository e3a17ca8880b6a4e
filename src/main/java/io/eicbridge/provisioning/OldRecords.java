package io.eicbridge.provisioning;

import io.eicbridge.journal.request.OldRequests;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends requests that nobody calls for any more; removes requests and audit entries that were kept long enough. */
public final class OldRecords {
    private static final Logger LOG = LoggerFactory.getLogger(OldRecords.class);
    private static final int CHUNK = 1_000;
    private final Store store;
    private final LeftRequests left;
    private final OldRequests old = new OldRequests();
    private final ProvisioningSettings settings;
    private final Clock clock;

    OldRecords(Store store, LeftRequests left, ProvisioningSettings settings, Clock clock) {
        this.store = store;
        this.left = left;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends what its caller has left for long, and removes what is too old now; what a kill cuts short is done the next time. */
    public void remove() {
        Instant requests = clock.instant().minus(Duration.ofDays(settings.keepDays()));
        Instant calls = clock.instant().minus(Duration.ofDays(settings.callerDays()));
        int dead = all(() -> left.end(calls, CHUNK));
        if (dead > 0) {
            LOG.warn(
                    "{} requests are dead letters now, because their callers stay away: see \"eic-bridge dead-letters list\".",
                    dead);
        }
        Instant audit = clock.instant().minus(Duration.ofDays(settings.auditDays()));
        int ended = all(() -> store.inTransaction(handle -> old.remove(handle, requests, CHUNK)));
        int entries = all(() -> store.inTransaction(handle -> old.removeAudit(handle, audit, CHUNK)));
        LOG.info("{} old requests and {} old entries of the audit are no longer kept.", ended, entries);
    }

    private static int all(IntSupplier chunk) {
        int sum = 0;
        int removed;
        do {
            removed = chunk.getAsInt();
            sum += removed;
        } while (removed == CHUNK);
        return sum;
    }
}
