package io.eicbridge.importing;

import io.eicbridge.directory.Publications;
import org.jdbi.v3.core.Handle;

/** Makes what an incremental run found visible at one moment, whether or not a full run waits for its approval. */
public final class IncrementalPublishing {
    private static final int NUMBERS = 5_000;
    private final RunTransactions transactions;
    private final Publications publications;
    private final IncrementalMark mark;

    /** Publishing by these parts. */
    public IncrementalPublishing(RunTransactions transactions, Publications publications, IncrementalMark mark) {
        this.transactions = transactions;
        this.publications = publications;
        this.mark = mark;
    }

    /** Numbers the new accounts, which a kill may cut short anywhere; false where the run must stop. */
    boolean prepare(LiveRun run) {
        int numbered = NUMBERS;
        while (numbered == NUMBERS && !run.stopped()) {
            numbered = transactions.write(
                    run, handle -> publications.number(handle, run.getEndpoint(), run.getId(), NUMBERS));
        }
        return !run.stopped();
    }

    /** Shows it all, in the transaction that closes the run. */
    void seal(Handle handle, LiveRun run) {
        mark.move(handle, run);
    }
}
