package io.eicbridge.provisioning;

import io.eicbridge.journal.request.Claims;
import io.eicbridge.store.Store;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks from time to time for what nobody was woken for, and for what processes that died have left. */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private final Store store;
    private final Claims claims;
    private final Runnable wake;
    private final Clock clock;

    Sweep(Store store, Claims claims, Runnable wake, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.wake = wake;
        this.clock = clock;
    }

    /** Looks once. */
    public void look() {
        try {
            int left = store.inTransaction(handle -> claims.takeOver(handle, clock.instant()));
            if (left > 0) {
                LOG.info("{} requests whose process died are carried out again.", left);
            }
            wake.run();
        } catch (RuntimeException e) {
            LOG.warn("It could not be looked for requests, which is tried again: {}", e.getMessage());
        }
    }
}
