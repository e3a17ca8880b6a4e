package io.eicbridge.importing;

/** Ends memberships that a run proved to be over, visible once it is published, and counts them. */
public final class EndedMemberships {
    private final RunTransactions transactions;
    private final SegmentEnds segments;
    private final HeldStore held;
    private final GoneAccounts gone;

    /** Ends by these parts. */
    public EndedMemberships(RunTransactions transactions, SegmentEnds segments, HeldStore held, GoneAccounts gone) {
        this.transactions = transactions;
        this.segments = segments;
        this.held = held;
        this.gone = gone;
    }

    /** Those of segments, of types that are no longer imported, and, by count alone until they end, of gone accounts. */
    Tally of(LiveRun run) {
        Tally ended = new Tally();
        segments.end(run, ended);
        if (run.dry()) {
            transactions.undone(handle -> held.endUnlinked(handle, run, ended));
        } else {
            transactions.write(run, handle -> held.endUnlinked(handle, run, ended));
        }
        gone.countHeld(run, ended);
        return ended;
    }
}
