package io.eicbridge.importing;

import io.eicbridge.journal.Hints;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.Run;
import io.eicbridge.journal.RunState;
import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Orders runs for what hints point at, whenever nothing stands in the way; hints that wait are taken together by the next one. */
public final class HintedOrders {
    private static final Duration REST = Duration.ofSeconds(30);
    private final Map<String, EndpointImport> endpoints;
    private final Store store;
    private final Hints hints;
    private final Runs runs;
    private final LiveRuns live;
    private final Turns turns;
    private final TargetedGate gate;
    private final RunLeases leases;
    private final Clock clock;

    /** Orders runs of these endpoints. */
    public HintedOrders(
            Map<String, EndpointImport> endpoints,
            Store store,
            Hints hints,
            Runs runs,
            LiveRuns live,
            Turns turns,
            TargetedGate gate,
            RunLeases leases,
            Clock clock) {
        this.endpoints = Map.copyOf(endpoints);
        this.store = store;
        this.hints = hints;
        this.runs = runs;
        this.live = live;
        this.turns = turns;
        this.gate = gate;
        this.leases = leases;
        this.clock = clock;
    }

    /** The order for the endpoint's hints; null where there are none, or where they have to wait. */
    public ImportOrder next(String endpoint) {
        Mode mode = endpoints.get(endpoint).ofContacts() ? Mode.TARGETED : Mode.FULL;
        boolean waiting = store.read(handle -> hints.waiting(handle, endpoint) && !resting(handle, endpoint, mode));
        return waiting && free(endpoint) ? new ImportOrder(endpoint, mode, false) : null;
    }

    private boolean free(String endpoint) {
        return live.ofEndpoint(endpoint).isEmpty()
                && !turns.awaited(endpoint)
                && !leases.elsewhere(endpoint)
                && gate.obstacle(endpoints.get(endpoint)).isEmpty();
    }

    /** After a failure there is a pause; and a run that waits for its approval would lose it by a newer one. */
    private boolean resting(Handle handle, String endpoint, Mode mode) {
        Optional<Run> last = runs.newest(handle, endpoint, mode);
        boolean failed = last.filter(HintedOrders::failed)
                .filter(run -> run.startedAt().plus(REST).isAfter(clock.instant()))
                .isPresent();
        return failed || last.map(Run::state).filter(RunState.HELD::equals).isPresent();
    }

    /** An open run that has a report failed in a way that it could go on from; one without was killed or stopped. */
    private static boolean failed(Run run) {
        return run.state() == RunState.FAILED || run.state() == RunState.RUNNING && run.report() != null;
    }
}
