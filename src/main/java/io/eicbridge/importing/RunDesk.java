package io.eicbridge.importing;

import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Opens runs in the journal, each under its endpoint's lease. */
public final class RunDesk {
    private final Store store;
    private final RunLeases leases;
    private final KnownRuns known;
    private final RunBeginning beginning;
    private final HeldRuns held;

    /** A desk that opens runs by these parts. */
    public RunDesk(Store store, RunLeases leases, KnownRuns known, RunBeginning beginning, HeldRuns held) {
        this.store = store;
        this.leases = leases;
        this.known = known;
        this.beginning = beginning;
        this.held = held;
    }

    /** Lets the lease of a dead process end first; a living one is a Rejected failure. */
    void outwaitTheDead(EndpointImport endpoint, Predicate<Duration> pause) {
        leases.outwaitTheDead(endpoint.name(), pause);
    }

    LiveRun open(EndpointImport endpoint, ImportOrder order) {
        return leased(endpoint, handle -> beginning.begin(handle, endpoint, order));
    }

    LiveRun reopen(long id, Map<String, EndpointImport> endpoints) {
        EndpointImport endpoint = endpoints.get(endpointOf(id));
        return leased(endpoint, handle -> held.reopen(handle, id, endpoint));
    }

    /** The same run, with what is known of it now, in the hands of the same lease. */
    LiveRun goOn(LiveRun rested) {
        boolean approval = rested.findings().approved();
        LiveRun run = store.inTransaction(handle ->
                approval ? held.reopen(handle, rested.getId(), rested.source()) : beginning.goOn(handle, rested));
        run.inherit(rested);
        leases.keep(run);
        return run;
    }

    String endpointOf(long id) {
        return known.get(id).endpoint();
    }

    private LiveRun leased(EndpointImport endpoint, Function<Handle, LiveRun> open) {
        leases.take(endpoint.name());
        try {
            LiveRun run = store.inTransaction(open);
            leases.keep(run);
            return run;
        } catch (RuntimeException e) {
            leases.release(endpoint.name());
            throw e;
        }
    }
}
