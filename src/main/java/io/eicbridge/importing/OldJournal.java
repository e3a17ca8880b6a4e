package io.eicbridge.importing;

import io.eicbridge.directory.OldRuns;
import io.eicbridge.failure.About;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what the journal needs no longer: old runs that nothing refers to, plans of ended runs, dead letters that are closed. */
public final class OldJournal {
    private static final Logger LOG = LoggerFactory.getLogger(OldJournal.class);
    /** Few enough that a page of an import need not wait for long. */
    private static final int RUNS = 1_000;

    private static final int SLICES = 10_000;
    private static final int PLAN_DAYS = 1;
    private final Store store;
    private final Runs runs;
    private final Slices slices;
    private final DeadLetters deadLetters;
    private final Keeping keeping;
    private final Clock clock;
    private final OldRuns old = new OldRuns();

    /** Removes from this journal. */
    public OldJournal(Store store, Runs runs, Slices slices, DeadLetters deadLetters, Keeping keeping, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.slices = slices;
        this.deadLetters = deadLetters;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** Removes plans and dead letters, of any endpoint. */
    void tidy() {
        int letters = store.inTransaction(handle -> deadLetters.purge(handle, before(keeping.deadLetters())));
        int removed = SLICES;
        while (removed == SLICES) {
            removed = store.inTransaction(handle -> slices.purge(handle, before(PLAN_DAYS), SLICES));
        }
        LOG.info("{} dead letters that were closed {} days ago are removed.", letters, keeping.deadLetters());
    }

    /** Removes runs of an endpoint. */
    void tidy(String endpoint) {
        OldRuns.Before before = new OldRuns.Before(before(keeping.targetedRuns()), before(keeping.runs()));
        List<Long> due = store.read(handle -> old.find(handle, endpoint, before));
        for (int at = 0; at < due.size(); at += RUNS) {
            List<Long> some = due.subList(at, Math.min(due.size(), at + RUNS));
            store.inTransaction(handle -> {
                old.forget(handle, endpoint, some);
                runs.delete(handle, some);
                return null;
            });
        }
        LOG.info("{} old runs that nothing refers to are removed. {}", due.size(), new About("", endpoint, ""));
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
