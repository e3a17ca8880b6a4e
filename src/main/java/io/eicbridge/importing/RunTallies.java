package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import org.jdbi.v3.core.Handle;

/** Adds up what a run changed, and what there was before. */
public final class RunTallies {
    private final Slices slices;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final MembershipPages memberships;
    private final Publications publications;

    /** Tallies over this journal and directory. */
    public RunTallies(
            Slices slices,
            Accounts accounts,
            Entitlements entitlements,
            MembershipPages memberships,
            Publications publications) {
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.publications = publications;
    }

    /** The changes of a run by name; what is new counts against what was published, not against what other runs stored. */
    Tally of(Handle handle, LiveRun run) {
        Tally tally = new Tally(slices.tally(handle, run.getId()));
        if (run.dry()) {
            return tally;
        }
        tally.set("accounts.created", publications.countNew(handle, run.getEndpoint(), run.getId()));
        tally.set(
                "accounts.changed",
                accounts.countChanged(handle, run.getEndpoint(), run.getId())
                        - publications.countNewChanged(handle, run.getEndpoint(), run.getId()));
        run.source()
                .entitlements()
                .forEach(type -> tally.set(
                        "entitlements." + type + ".created",
                        entitlements.countNew(handle, run.getEndpoint(), type, run.getId(), run.hidden())));
        return tally;
    }

    /** How many active accounts, entitlements of a type or memberships of a type are published. */
    long known(Handle handle, String endpoint, String what) {
        String type = what.substring(what.indexOf('.') + 1);
        if (what.startsWith("memberships.")) {
            return publications
                    .current(handle, endpoint)
                    .map(pin -> memberships.count(handle, pin, type))
                    .orElse(0L);
        }
        return what.startsWith("entitlements.")
                ? entitlements.countActive(handle, endpoint, type)
                : accounts.countActive(handle, endpoint);
    }
}
