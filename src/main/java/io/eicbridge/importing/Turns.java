package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps targeted runs and imports out of each other's way: an import waits for the end of a targeted run instead of losing its turn, and
 * no targeted run begins while one waits.
 */
public final class Turns {
    private static final Duration LOOK = Duration.ofMillis(20);
    private final LiveRuns live;
    private final TargetedGate gate;
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();

    /** Turns among these runs. */
    public Turns(LiveRuns live, TargetedGate gate) {
        this.live = live;
        this.gate = gate;
    }

    /**
     * Begins a run when its turn comes; a Rejected failure where a targeted one may not begin.
     *
     * @param abandon gives up a targeted run that rests while routes are replaced: who waits for it would keep them from it, and the
     *     next one reads the same
     */
    LiveRun inTurn(EndpointImport endpoint, ImportOrder order, Supplier<LiveRun> begin, Consumer<LiveRun> abandon) {
        return order.isTargeted() ? targeted(endpoint, begin) : afterTargeted(endpoint.name(), begin, abandon);
    }

    private LiveRun targeted(EndpointImport endpoint, Supplier<LiveRun> begin) {
        gate.obstacle(endpoint).ifPresent(why -> {
            throw new Rejected(why);
        });
        AtomicInteger here = waiting(endpoint.name());
        synchronized (here) {
            if (here.get() > 0) {
                throw new Rejected("An import of " + endpoint.name() + " is about to begin; wait for its end.");
            }
            return begin.get();
        }
    }

    private LiveRun afterTargeted(String endpoint, Supplier<LiveRun> begin, Consumer<LiveRun> abandon) {
        AtomicInteger here = waiting(endpoint);
        synchronized (here) { // a targeted run that begins at this moment is live afterwards, and no other begins
            here.incrementAndGet();
        }
        try {
            boolean goesOn = true;
            while (goesOn && targetedIsLive(endpoint)) {
                live.ofEndpoint(endpoint).filter(LiveRun::takenOver).ifPresent(abandon);
                goesOn = live.pause(LOOK);
            }
            return begin.get();
        } finally {
            here.decrementAndGet();
        }
    }

    private AtomicInteger waiting(String endpoint) {
        return waiting.computeIfAbsent(endpoint, name -> new AtomicInteger());
    }

    private boolean targetedIsLive(String endpoint) {
        return live.ofEndpoint(endpoint).filter(LiveRun::isTargeted).isPresent();
    }

    /** Whether an import waits for its turn. */
    boolean awaited(String endpoint) {
        AtomicInteger here = waiting.get(endpoint);
        return here != null && here.get() > 0;
    }
}
