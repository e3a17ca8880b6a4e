package io.eicbridge.importing;

import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Makes what a targeted run found visible at one moment, whether or not a full run waits for its approval. */
public final class TargetedPublishing {
    private static final int NUMBERS = 5_000;
    private final RunTransactions transactions;
    private final Slices slices;
    private final GoneAccounts accounts;
    private final GoneEntitlements entitlements;
    private final Publications publications;
    private final Clock clock;

    /** Publishing by these parts. */
    public TargetedPublishing(
            RunTransactions transactions,
            Slices slices,
            GoneAccounts accounts,
            GoneEntitlements entitlements,
            Publications publications,
            Clock clock) {
        this.transactions = transactions;
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.publications = publications;
        this.clock = clock;
    }

    /** Marks what is gone and numbers what is new; false where the run must stop. */
    boolean prepare(LiveRun run) {
        accounts.mark(run);
        entitlements.markAsked(run);
        int numbered = NUMBERS;
        while (numbered == NUMBERS && !run.stopped()) {
            numbered = transactions.write(
                    run, handle -> publications.number(handle, run.getEndpoint(), run.getId(), NUMBERS));
        }
        return !run.stopped();
    }

    /** Shows it all, in the transaction that closes the run; its plan is of no use from then on. */
    void seal(Handle handle, LiveRun run) {
        publications.seal(handle, run.getEndpoint(), run.getId(), false, clock.instant());
        slices.forget(handle, run.getId(), Phase.ABSENCES.text());
        slices.forget(handle, run.getId(), Phase.MEMBERSHIPS.text());
    }
}
