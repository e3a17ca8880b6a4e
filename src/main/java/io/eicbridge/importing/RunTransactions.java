package io.eicbridge.importing;

import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;

/**
 * The transactions in which a run writes. None of them succeeds where another process took the run over, and each keeps the
 * number of calls made since the one before, so that a kill loses no more than those under way.
 */
public final class RunTransactions {
    private final Store store;
    private final RunLeases leases;
    private final Runs runs;

    /** Transactions of this store, of runs in this journal that hold one of these leases. */
    public RunTransactions(Store store, RunLeases leases, Runs runs) {
        this.store = store;
        this.leases = leases;
        this.runs = runs;
    }

    /** Runs queries that belong together. */
    <T> T read(Function<Handle, T> queries) {
        return store.read(queries);
    }

    /** Runs the work whole or not at all; a Transient failure where the run is no longer this process's own. */
    <T> T write(LiveRun run, Function<Handle, T> work) {
        return counted(run, calls -> store.inTransaction(handle -> owned(handle, run, calls, work)));
    }

    /** Likewise, in a transaction that works of other threads may share; the work may be run a second time. */
    <T> T share(LiveRun run, Function<Handle, T> work) {
        return counted(run, calls -> store.inSharedTransaction(handle -> owned(handle, run, calls, work)));
    }

    /** Runs the work to see what it would do, and takes it back. */
    <T> T undone(Function<Handle, T> work) {
        return store.inTransaction(handle -> {
            T told = work.apply(handle);
            handle.rollback();
            return told;
        });
    }

    private <T> T owned(Handle handle, LiveRun run, long calls, Function<Handle, T> work) {
        leases.confirm(handle, run);
        if (calls > 0) {
            runs.addRequests(handle, run.getId(), calls);
        }
        return work.apply(handle);
    }

    private static <T> T counted(LiveRun run, LongFunction<T> transaction) {
        long calls = run.requests().sumThenReset();
        try {
            return transaction.apply(calls);
        } catch (RuntimeException e) {
            run.requests().add(calls);
            throw e;
        }
    }
}
