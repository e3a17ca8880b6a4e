package io.eicbridge.cli;

import java.util.Locale;

/** What can be decided about requests and dead letters. */
enum Action {
    REPLAY(
            "will be carried out anew",
            "Has %s carried out anew, under their keys. Refused where a later request on the same account and"
                    + " entitlement has succeeded meanwhile."),
    DISCARD(
            "discarded",
            "Decides that %s are not carried out any more. A discarded create takes with it what waits for it."),
    RELEASE("released", "Lets %s go on that a limit holds."),
    RUN("will be carried out now", "Has %s carried out now that wait for their next try.");

    private final String done;
    private final String description;

    Action(String done, String description) {
        this.done = done;
        this.description = description;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happened to an entry, for the command's last line. */
    String done() {
        return done;
    }

    String description(Ledger ledger) {
        return description.formatted(ledger.one() + "s");
    }
}
