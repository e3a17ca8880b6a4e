package io.eicbridge.importing;

import org.jdbi.v3.core.Handle;

/** Makes what an incremental run found visible at one moment, whether or not a full run waits for its approval. */
public final class IncrementalPublishing {
    private final NewNumbers numbers;
    private final IncrementalMark mark;

    /** Publishing by these parts. */
    public IncrementalPublishing(NewNumbers numbers, IncrementalMark mark) {
        this.numbers = numbers;
        this.mark = mark;
    }

    /** Numbers the new accounts; false where the run must stop. */
    boolean prepare(LiveRun run) {
        return numbers.give(run);
    }

    /** Shows it all, in the transaction that closes the run. */
    void seal(Handle handle, LiveRun run) {
        mark.move(handle, run);
    }
}
