package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The runs that this process carries out, at most one of an endpoint at a time. */
public final class LiveRuns {
    private final Map<String, LiveRun> byEndpoint = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean suspended;

    /** Opens a run unless one of the endpoint is under way. */
    LiveRun enter(String endpoint, Supplier<LiveRun> open) {
        return entered(byEndpoint.compute(endpoint, (name, present) -> {
            if (present != null) {
                throw new Rejected("Run " + present.getId() + " of " + name
                        + " is under way; wait for its end, see \"eic-bridge import status\".");
            }
            return open.get();
        }));
    }

    /**
     * A run that opens while the process stops or its runs are suspended, as one of a schedule may, ends or rests before its
     * first page. It stands among the live ones already, so that whoever stops or suspends them meanwhile finds it.
     */
    private LiveRun entered(LiveRun run) {
        if (stopping()) {
            run.stop();
        } else if (suspended) {
            run.suspend();
        }
        return run;
    }

    boolean stopping() {
        return stopping.getCount() == 0;
    }

    /** Puts the run that goes on in the place of the one that rested there. */
    LiveRun succeed(LiveRun rested, Supplier<LiveRun> open) {
        return entered(byEndpoint.compute(
                rested.getEndpoint(), (endpoint, present) -> present == rested ? open.get() : present));
    }

    /** Lets every run rest after its page, those too that begin from now on. */
    void suspendAll() {
        suspended = true;
        byEndpoint.values().forEach(LiveRun::suspend);
    }

    /** Lets runs begin again; answers those that were suspended, whether they rest already or end their page first. */
    List<LiveRun> endSuspension() {
        suspended = false;
        return byEndpoint.values().stream().filter(LiveRun::suspended).toList();
    }

    /** Runs that somebody still works for. */
    List<LiveRun> busy() {
        return byEndpoint.values().stream().filter(run -> !run.away().isDone()).toList();
    }

    /** Waits unless the process stops; returns whether it goes on. */
    boolean pause(Duration time) {
        try {
            return !stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave(LiveRun run) {
        byEndpoint.remove(run.getEndpoint(), run);
        run.away().complete(null);
    }

    /** The run of that number, if this process carries it out. */
    public Optional<LiveRun> find(long id) {
        return byEndpoint.values().stream().filter(run -> run.getId() == id).findFirst();
    }

    Optional<LiveRun> ofEndpoint(String endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint));
    }

    /** Runs that are under way. */
    public Collection<LiveRun> all() {
        return List.copyOf(byEndpoint.values());
    }

    /** Lets every run end after its page, those too that begin from now on; the next start goes on from there. */
    public void stopAll() {
        stopping.countDown();
        byEndpoint.values().forEach(LiveRun::stop);
    }
}
