package io.eicbridge.importing;

import io.eicbridge.failure.Rejected;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The runs that this process carries out, at most one of an endpoint at a time. */
public final class LiveRuns {
    private final Map<String, LiveRun> byEndpoint = new ConcurrentHashMap<>();

    /** Opens a run unless one of the endpoint is under way. */
    LiveRun enter(String endpoint, Supplier<LiveRun> open) {
        return byEndpoint.compute(endpoint, (name, present) -> {
            if (present != null) {
                throw new Rejected("Run " + present.getId() + " of " + name
                        + " is under way; wait for its end, see \"eic-bridge import status\".");
            }
            return open.get();
        });
    }

    void leave(LiveRun run) {
        byEndpoint.remove(run.getEndpoint(), run);
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

    /** Lets every run end after its page; the next start goes on from there. */
    public void stopAll() {
        byEndpoint.values().forEach(LiveRun::stop);
    }
}
