package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.Lease;
import io.eicbridge.journal.Leases;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps other processes from running an import of the same endpoint: one lease each, renewed while the run goes on. */
public final class RunLeases {
    private static final Logger LOG = LoggerFactory.getLogger(RunLeases.class);
    /** How long a dead process keeps others waiting. */
    private static final Duration TIME = Duration.ofSeconds(15);
    /** A holder that lives renews its lease so often within that time. */
    private static final int BEATS = 5;

    private static final Duration LOOK = Duration.ofMillis(250);

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
            throw busy(endpoint);
        }
    }

    private static Rejected busy(String endpoint) {
        return new Rejected(
                "Another process imports " + endpoint + " into this directory; wait for its end, or stop it.",
                409,
                "",
                null);
    }

    /** Whether another process imports, or did until it died a moment ago. */
    boolean elsewhere(String endpoint) {
        return other(endpoint).isPresent();
    }

    private Optional<Lease> other(String endpoint) {
        return store.read(handle -> leases.holder(handle, name(endpoint)))
                .filter(lease -> !lease.holder().equals(holder));
    }

    /**
     * Waits until the lease of a dead process ends; one that is renewed meanwhile has a living holder, which is a Rejected
     * failure.
     *
     * @param pause waits for a while; false where this process stops
     */
    void outwaitTheDead(String endpoint, Predicate<Duration> pause) {
        Optional<Lease> found = other(endpoint);
        found.ifPresent(lease -> LOG.info(
                "Another process imports {} or died doing so: waiting until {}, when its lease ends unless it lives.",
                endpoint,
                lease.until()));
        Optional<Lease> now = found;
        while (now.isPresent()) {
            if (!now.equals(found) || !pause.test(LOOK)) {
                throw busy(endpoint);
            }
            now = other(endpoint);
        }
    }

    /** Fails where another process took the import over; where not, none can before the transaction ends. */
    void confirm(Handle handle, LiveRun run) {
        if (!leases.confirm(handle, name(run.getEndpoint()), holder)) {
            lost(run);
            throw new Transient("Another process took the import over. " + run.context(), true, null, null);
        }
    }

    private static void lost(LiveRun run) {
        if (!run.stopped()) {
            LOG.error("Another process took the import over, this one stops and publishes nothing. {}", run.context());
        }
        run.stop();
    }

    void keep(LiveRun run) {
        long every = TIME.toMillis() / BEATS;
        ScheduledFuture<?> before = beats.put(
                run.getEndpoint(), heart.scheduleAtFixedRate(() -> beat(run), every, every, TimeUnit.MILLISECONDS));
        if (before != null) {
            before.cancel(false);
        }
    }

    private void beat(LiveRun run) {
        try {
            boolean mine =
                    store.inTransaction(handle -> leases.heartbeat(handle, name(run.getEndpoint()), holder, TIME));
            if (!mine && beats.containsKey(run.getEndpoint())) { // otherwise it was given back meanwhile
                lost(run);
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
        try {
            store.inTransaction(handle -> {
                leases.release(handle, name(endpoint), holder);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warn("The lease of {} could not be given back and ends by itself: {}", endpoint, e.getMessage());
        }
    }

    private static String name(String endpoint) {
        return "import:" + endpoint;
    }
}
