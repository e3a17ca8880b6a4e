package io.eicbridge.importing;

import io.eicbridge.journal.Runs;
import io.eicbridge.store.Store;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
        long calls = run.requests().sumThenReset();
        try {
            return store.inTransaction(handle -> owned(handle, run, calls, work));
        } catch (RuntimeException e) {
            run.requests().add(calls);
            throw e;
        }
    }

    /** Likewise, soon, in a transaction that works of other slices may share; the work may be run a second time. */
    <T> CompletableFuture<T> later(LiveRun run, Function<Handle, T> work) {
        long calls = run.requests().sumThenReset();
        CompletableFuture<T> stored = store.laterInSharedTransaction(handle -> owned(handle, run, calls, work));
        return stored.whenComplete((told, failure) -> {
            if (failure != null) {
                run.requests().add(calls);
            }
        });
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
}
