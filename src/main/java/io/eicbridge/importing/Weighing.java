package io.eicbridge.importing;

/** Adds up what a complete run changes, and holds it where that is too much to be published unseen. */
public final class Weighing {
    private final RunTransactions transactions;
    private final EndedMemberships ended;
    private final GoneEntitlements entitlements;
    private final RunTallies tallies;
    private final RunHolds holds;

    /** Weighs by these parts. */
    public Weighing(
            RunTransactions transactions,
            EndedMemberships ended,
            GoneEntitlements entitlements,
            RunTallies tallies,
            RunHolds holds) {
        this.transactions = transactions;
        this.ended = ended;
        this.entitlements = entitlements;
        this.tallies = tallies;
        this.holds = holds;
    }

    /** Ends memberships that the run proved to be over, visible once it is published, and weighs all its changes. */
    void weigh(LiveRun run) {
        Tally over = ended.of(run);
        transactions.read(handle -> {
            entitlements.countUnlisted(handle, run, over);
            run.findings().weighed(tallies.of(handle, run).add(over.counts()));
            if (!run.findings().approved()) {
                holds.hold(handle, run);
            }
            return null;
        });
    }
}
