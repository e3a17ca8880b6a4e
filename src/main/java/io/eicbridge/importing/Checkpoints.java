package io.eicbridge.importing;

import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Progress;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits what one page brought together with the place where its slice goes on. */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private final Store store;
    private final Slices slices;
    private final RunLeases leases;
    private final RunListener listener;

    /** Checkpoints in this store, of runs that still hold their lease. */
    public Checkpoints(Store store, Slices slices, RunLeases leases, RunListener listener) {
        this.store = store;
        this.slices = slices;
        this.leases = leases;
        this.listener = listener;
    }

    /** Writes a page and its checkpoint in one transaction, then moves the slice; a dry run keeps only the checkpoint. */
    void commit(OpenSlice slice, String next, List<NewSlice> more, Function<Handle, Tally> page) {
        if (slice.run().dry()) {
            Tally tally = dry(page);
            store.inTransaction(handle -> save(handle, slice, next, more, tally));
        } else {
            store.inSharedTransaction(handle -> {
                leases.confirm(handle, slice.run());
                return save(handle, slice, next, more, page.apply(handle));
            });
        }
        LOG.debug("A page is stored, {} rows so far. {}", slice.rows(), slice.context());
        if (!slice.run().dry()) {
            listener.pageStored(slice.run().getEndpoint(), slice.pageRows());
        }
        slice.movedTo(next);
    }

    /** One page after the other, as those of a run that is not dry. */
    private synchronized Tally dry(Function<Handle, Tally> page) {
        return store.inTransaction(handle -> rolledBack(handle, page));
    }

    private static Tally rolledBack(Handle handle, Function<Handle, Tally> page) {
        Tally tally = page.apply(handle);
        handle.rollback();
        return tally;
    }

    private Tally save(Handle handle, OpenSlice slice, String next, List<NewSlice> more, Tally tally) {
        if (!more.isEmpty()) {
            slices.plan(handle, slice.run().getId(), more);
        }
        Progress progress = new Progress(next, slice.rows(), slice.total(), tally.counts(), next == null);
        slices.checkpoint(handle, slice.planned().slice(), progress);
        return tally;
    }

    /** Closes a slice that asked a question with what came out of it. */
    void close(OpenSlice slice, String outcome, Tally tally) {
        store.inTransaction(handle -> {
            leases.confirm(handle, slice.run());
            Progress progress = new Progress(outcome, slice.rows(), slice.total(), tally.counts(), true);
            slices.checkpoint(handle, slice.planned().slice(), progress);
            return null;
        });
        LOG.debug("An answer is stored. {}", slice.context());
        slice.movedTo(null);
    }
}
