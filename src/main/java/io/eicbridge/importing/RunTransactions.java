package io.eicbridge.importing;

import io.eicbridge.store.Store;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The transactions in which a run writes: none of them succeeds where another process took the run over. */
public final class RunTransactions {
    private final Store store;
    private final RunLeases leases;

    /** Transactions of this store, of runs that hold one of these leases. */
    public RunTransactions(Store store, RunLeases leases) {
        this.store = store;
        this.leases = leases;
    }

    /** Runs queries that belong together. */
    <T> T read(Function<Handle, T> queries) {
        return store.read(queries);
    }

    /** Runs the work whole or not at all; a Transient failure where the run is no longer this process's own. */
    <T> T write(LiveRun run, Function<Handle, T> work) {
        return store.inTransaction(handle -> {
            leases.confirm(handle, run);
            return work.apply(handle);
        });
    }
}
