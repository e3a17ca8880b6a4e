package io.eicbridge.importing;

import io.eicbridge.directory.Publications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers the accounts that a run shows for the first time, and no others: what a killed publication numbered is taken back first. */
public final class NewNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(NewNumbers.class);
    private static final int NUMBERS = 5_000;
    private final RunTransactions transactions;
    private final Publications publications;

    /** Numbers in these publications. */
    public NewNumbers(RunTransactions transactions, Publications publications) {
        this.transactions = transactions;
        this.publications = publications;
    }

    /** Gives the numbers, which a kill may cut short anywhere; false where the run must stop. */
    boolean give(LiveRun run) {
        transactions.write(run, handle -> {
            publications.takeBack(handle, run.getEndpoint());
            return null;
        });
        int numbered = NUMBERS;
        while (numbered == NUMBERS && !run.stopped()) {
            numbered = transactions.write(
                    run, handle -> publications.number(handle, run.getEndpoint(), run.getId(), NUMBERS));
            LOG.debug("{} new accounts have their numbers. {}", numbered, run.context());
        }
        return !run.stopped();
    }
}
