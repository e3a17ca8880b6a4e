package io.eicbridge.importing;

import io.eicbridge.directory.Consumers;
import io.eicbridge.directory.History;
import io.eicbridge.failure.About;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has been kept long enough: history, changes that every consumer has read, values of accounts gone for long; lets consumers expire. */
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private final Store store;
    private final Set<String> endpoints;
    private final PersonalValues values;
    private final OldJournal journal;
    private final Keeping keeping;
    private final Clock clock;
    private final History history = new History();
    private final Consumers consumers = new Consumers();

    /** Housekeeping in this store. */
    public Housekeeping(
            Store store,
            Set<String> endpoints,
            PersonalValues values,
            OldJournal journal,
            Keeping keeping,
            Clock clock) {
        this.store = store;
        this.endpoints = Set.copyOf(endpoints);
        this.values = values;
        this.journal = journal;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** Does it once for all endpoints; what a kill cuts short is done the next time. */
    public void tidy() {
        int old = store.inTransaction(handle -> history.purge(handle, before(keeping.history())));
        LOG.info("{} changes of accounts were older than {} days and are no longer kept.", old, keeping.history());
        journal.tidy();
        endpoints.forEach(this::tidy);
    }

    private void tidy(String endpoint) {
        store.inTransaction(handle -> consumers.expire(handle, endpoint, before(keeping.consumers()), clock.instant()))
                .forEach(this::expired);
        store.inTransaction(handle -> consumers.purgeRead(handle, endpoint));
        journal.tidy(endpoint);
        if (keeping.forget() > 0) {
            int forgotten = values.forgetOld(endpoint, keeping.forget());
            LOG.info(
                    "The values of {} accounts that have been gone for {} days are blanked. {}",
                    forgotten,
                    keeping.forget(),
                    new About("", endpoint, ""));
        }
    }

    private void expired(Consumers.Reading reading) {
        LOG.warn(
                "Consumer \"{}\" has read nothing of {} to its end for {} days: it holds no changes back any longer, and its"
                        + " next pull gives everything. {}",
                reading.consumer(),
                reading.list(),
                keeping.consumers(),
                new About("", reading.endpoint(), ""));
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
