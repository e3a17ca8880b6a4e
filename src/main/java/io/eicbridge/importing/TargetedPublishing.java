package io.eicbridge.importing;

import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Makes what a targeted run found visible at one moment, whether or not a full run waits for its approval. */
public final class TargetedPublishing {
    private final Slices slices;
    private final GoneAccounts accounts;
    private final GoneEntitlements entitlements;
    private final Entitlements directory;
    private final NewNumbers numbers;
    private final Publications publications;
    private final Clock clock;

    /** Publishing by these parts. */
    public TargetedPublishing(
            Slices slices,
            GoneAccounts accounts,
            GoneEntitlements entitlements,
            Entitlements directory,
            NewNumbers numbers,
            Publications publications,
            Clock clock) {
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.directory = directory;
        this.numbers = numbers;
        this.publications = publications;
        this.clock = clock;
    }

    /** Marks what is gone and numbers what is new; false where the run must stop. */
    boolean prepare(LiveRun run) {
        accounts.mark(run);
        entitlements.markAsked(run);
        return numbers.give(run);
    }

    /** Shows it all, in the transaction that closes the run; its plan is of no use from then on. */
    void seal(Handle handle, LiveRun run) {
        directory.adopt(handle, run.getEndpoint(), run.getId(), run.hidden());
        publications.seal(handle, run.getEndpoint(), run.getId(), false, clock.instant());
        slices.forget(handle, run.getId(), Phase.ABSENCES.text());
        slices.forget(handle, run.getId(), Phase.MEMBERSHIPS.text());
    }
}
