package io.eicbridge.importing;

import io.eicbridge.directory.Publications;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes all that a complete run found visible at one moment; each step can be repeated after a kill. */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final int NUMBERS = 5_000;
    private final RunTransactions transactions;
    private final GoneAccounts accounts;
    private final GoneEntitlements entitlements;
    private final Publications publications;
    private final PublishedMark mark;

    /** Publishing by these parts. */
    public Publishing(
            RunTransactions transactions,
            GoneAccounts accounts,
            GoneEntitlements entitlements,
            Publications publications,
            PublishedMark mark) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.publications = publications;
        this.mark = mark;
    }

    /** Marks what is gone and numbers what is new, which a kill may cut short anywhere; false where the run must stop. */
    boolean prepare(LiveRun run) {
        accounts.mark(run);
        entitlements.mark(run);
        int numbered = NUMBERS;
        while (numbered == NUMBERS && !run.stopped()) {
            numbered = transactions.write(
                    run, handle -> publications.number(handle, run.getEndpoint(), run.getId(), NUMBERS));
            LOG.debug("{} new accounts have their numbers. {}", numbered, run.context());
        }
        return !run.stopped();
    }

    /** Shows it all, in the transaction that closes the run. */
    void seal(Handle handle, LiveRun run) {
        mark.move(handle, run);
    }
}
