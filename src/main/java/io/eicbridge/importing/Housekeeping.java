package io.eicbridge.importing;

import io.eicbridge.directory.Consumers;
import io.eicbridge.directory.History;
import io.eicbridge.failure.About;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has been kept long enough: history, changes that every consumer has read, values of accounts gone for long. */
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private final Store store;
    private final Set<String> endpoints;
    private final PersonalValues values;
    private final Keeping keeping;
    private final Clock clock;
    private final History history = new History();
    private final Consumers consumers = new Consumers();

    /**
     * How long things are kept.
     *
     * @param historyDays days after which a change of an account is no longer told
     * @param forgetDays days after which the values of a gone account are blanked, 0 for never
     */
    public record Keeping(int historyDays, int forgetDays) {}

    /** Housekeeping in this store. */
    public Housekeeping(Store store, Set<String> endpoints, PersonalValues values, Keeping keeping, Clock clock) {
        this.store = store;
        this.endpoints = Set.copyOf(endpoints);
        this.values = values;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** Does it once for all endpoints; what a kill cuts short is done the next time. */
    public void tidy() {
        int old = store.inTransaction(
                handle -> history.purge(handle, clock.instant().minus(Duration.ofDays(keeping.historyDays()))));
        LOG.info("{} changes of accounts were older than {} days and are no longer kept.", old, keeping.historyDays());
        endpoints.forEach(this::tidy);
    }

    private void tidy(String endpoint) {
        store.inTransaction(handle -> consumers.purgeRead(handle, endpoint));
        if (keeping.forgetDays() > 0) {
            int forgotten = values.forgetOld(endpoint, keeping.forgetDays());
            LOG.info(
                    "The values of {} accounts that have been gone for {} days are blanked. {}",
                    forgotten,
                    keeping.forgetDays(),
                    new About("", endpoint, ""));
        }
    }
}
