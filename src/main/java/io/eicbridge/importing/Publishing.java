package io.eicbridge.importing;

import org.jdbi.v3.core.Handle;

/** Makes all that a complete run found visible at one moment; each step can be repeated after a kill. */
public final class Publishing {
    private final GoneAccounts accounts;
    private final GoneEntitlements entitlements;
    private final NewNumbers numbers;
    private final PublishedMark mark;

    /** Publishing by these parts. */
    public Publishing(GoneAccounts accounts, GoneEntitlements entitlements, NewNumbers numbers, PublishedMark mark) {
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.numbers = numbers;
        this.mark = mark;
    }

    /** Marks what is gone and numbers what is new, which a kill may cut short anywhere; false where the run must stop. */
    boolean prepare(LiveRun run) {
        accounts.mark(run);
        entitlements.mark(run);
        return numbers.give(run);
    }

    /** Shows it all, in the transaction that closes the run. */
    void seal(Handle handle, LiveRun run) {
        mark.move(handle, run);
    }
}
