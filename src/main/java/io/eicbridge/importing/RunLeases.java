package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.Lease;
import io.eicbridge.journal.Leases;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps other processes from running an import of the same endpoint: one lease each, renewed while the run goes on. */
public final class RunLeases {
    private static final Logger LOG = LoggerFactory.getLogger(RunLeases.class);
    /** How long a dead process keeps others waiting. */
    private static final Duration TIME = Duration.ofSeconds(30);

    private final Store store;
    private final Leases leases;
    private final String holder;
    private final ScheduledExecutorService heart;
    private final Map<String, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();

    /** Leases that this process holds under a name of its own. */
    public RunLeases(Store store, Leases leases, String holder, ScheduledExecutorService heart) {
        this.store = store;
        this.leases = leases;
        this.holder = holder;
        this.heart = heart;
    }

    void take(String endpoint) {
        Lease lease = store.inTransaction(handle -> leases.acquire(handle, name(endpoint), holder, TIME));
        if (!lease.holder().equals(holder)) {
            throw new Rejected(
                    "Another process imports " + endpoint + "; if it is dead, its lease ends at " + lease.until() + ".",
                    409,
                    "",
                    null);
        }
    }

    void keep(LiveRun run) {
        long every = TIME.toMillis() / 3;
        beats.put(run.getEndpoint(), heart.scheduleAtFixedRate(() -> beat(run), every, every, TimeUnit.MILLISECONDS));
    }

    private void beat(LiveRun run) {
        try {
            if (!store.inTransaction(handle -> leases.heartbeat(handle, name(run.getEndpoint()), holder, TIME))) {
                LOG.error("Another process took the import over, this one stops after its page. {}", run.context());
                run.stop();
            }
        } catch (RuntimeException e) {
            LOG.warn("The lease could not be renewed and is tried again: {} {}", e.getMessage(), run.context());
        }
    }

    void release(String endpoint) {
        ScheduledFuture<?> beat = beats.remove(endpoint);
        if (beat != null) {
            beat.cancel(false);
        }
        store.inTransaction(handle -> {
            leases.release(handle, name(endpoint), holder);
            return null;
        });
    }

    private static String name(String endpoint) {
        return "import:" + endpoint;
    }
}
