package io.eicbridge.importing;

import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Progress;
import io.eicbridge.journal.Slices;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits what one page brought together with the place where its slice goes on. */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private final RunTransactions transactions;
    private final Slices slices;
    private final RunListener listener;

    /** Checkpoints in this journal. */
    public Checkpoints(RunTransactions transactions, Slices slices, RunListener listener) {
        this.transactions = transactions;
        this.slices = slices;
        this.listener = listener;
    }

    /** Writes a page and its checkpoint in one transaction, then moves the slice; a dry run keeps only the checkpoint. */
    void commit(OpenSlice slice, String next, List<NewSlice> more, Function<Handle, Tally> page) {
        if (slice.run().dry()) {
            Tally tally = dry(page);
            transactions.write(slice.run(), handle -> save(handle, slice, next, more, tally));
        } else {
            transactions.share(slice.run(), handle -> save(handle, slice, next, more, page.apply(handle)));
        }
        LOG.debug("A page is stored, {} rows so far. {}", slice.rows(), slice.context());
        if (!slice.run().dry()) {
            listener.pageStored(slice.run().getEndpoint(), slice.pageRows());
        }
        slice.movedTo(next);
    }

    /** One page after the other, as those of a run that is not dry. */
    private synchronized Tally dry(Function<Handle, Tally> page) {
        return transactions.undone(page);
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
        transactions.write(slice.run(), handle -> {
            Progress progress = new Progress(outcome, slice.rows(), slice.total(), tally.counts(), true);
            slices.checkpoint(handle, slice.planned().slice(), progress);
            return null;
        });
        LOG.debug("An answer is stored. {}", slice.context());
        slice.movedTo(null);
    }
}
