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

    /**
     * Writes a page and its checkpoint in one transaction; a dry run keeps only the checkpoint. The slice moves on while that
     * happens, so that its next page is fetched meanwhile, but has never more than one page under way.
     */
    void commit(OpenSlice slice, String next, List<NewSlice> more, Function<Handle, Tally> page) {
        slice.settle();
        if (slice.run().dry()) {
            Tally tally = dry(page);
            transactions.write(slice.run(), save(slice, next, more, handle -> tally));
        } else {
            store(slice, save(slice, next, more, page));
        }
        slice.movedTo(next);
        if (next == null) {
            slice.settle();
        }
    }

    private void store(OpenSlice slice, Function<Handle, Tally> work) {
        long rows = slice.rows();
        int read = slice.pageRows();
        slice.storing(transactions.later(slice.run(), work).thenAccept(stored -> {
            LOG.debug("A page is stored, {} rows so far. {}", rows, slice.context());
            listener.pageStored(slice.run().getEndpoint(), read);
        }));
    }

    /** One page after the other, as those of a run that is not dry. */
    private synchronized Tally dry(Function<Handle, Tally> page) {
        return transactions.undone(page);
    }

    /** The page with the place where the slice stands now: it has moved on when this is carried out. */
    private Function<Handle, Tally> save(
            OpenSlice slice, String next, List<NewSlice> more, Function<Handle, Tally> page) {
        long rows = slice.rows();
        Long total = slice.total();
        return once(slice, handle -> {
            Tally tally = page.apply(handle);
            if (!more.isEmpty()) {
                slices.planOnce(handle, slice.run().getId(), Phase.MEMBERSHIPS.text(), more);
            }
            Progress progress = new Progress(next, rows, total, tally.counts(), next == null);
            slices.checkpoint(handle, slice.planned().slice(), progress);
            return tally;
        });
    }

    /** A work is carried out again where its commit failed; where only the answer was lost on its way, the page is stored already. */
    private Function<Handle, Tally> once(OpenSlice slice, Function<Handle, Tally> page) {
        int before = slice.nextPage();
        return handle -> slices.passed(handle, slice.planned().slice(), before) ? new Tally() : page.apply(handle);
    }

    /** Closes a slice that asked a question with what came out of it. */
    void close(OpenSlice slice, String outcome, Tally tally) {
        close(slice, outcome, handle -> tally);
    }

    /** Likewise, with what has to be kept of it in the same transaction. */
    void close(OpenSlice slice, String outcome, Function<Handle, Tally> work) {
        slice.settle();
        transactions.write(slice.run(), handle -> {
            Tally tally = work.apply(handle);
            Progress progress = new Progress(outcome, slice.rows(), slice.total(), tally.counts(), true);
            slices.checkpoint(handle, slice.planned().slice(), progress);
            return null;
        });
        LOG.debug("An answer is stored. {}", slice.context());
        slice.movedTo(null);
    }
}
