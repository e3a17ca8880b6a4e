package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Adds up what a targeted run changes, and keeps it back where that is more than a threshold allows. */
public final class TargetedWeighing {
    private final RunTransactions transactions;
    private final Slices slices;
    private final Accounts accounts;
    private final Publications publications;
    private final GoneAccounts gone;
    private final EndedEntitlements entitlements;
    private final RunTallies tallies;

    /** Weighs by these parts. */
    public TargetedWeighing(
            RunTransactions transactions,
            Slices slices,
            Accounts accounts,
            Publications publications,
            GoneAccounts gone,
            EndedEntitlements entitlements,
            RunTallies tallies) {
        this.transactions = transactions;
        this.slices = slices;
        this.accounts = accounts;
        this.publications = publications;
        this.gone = gone;
        this.entitlements = entitlements;
        this.tallies = tallies;
    }

    void weigh(LiveRun run) {
        GoneSubjects subjects = GoneSubjects.of(transactions, slices, run);
        Tally over = new Tally();
        gone.countHeld(run, over);
        entitlements.end(run, over);
        transactions.read(handle -> {
            run.findings().judge(Verdict.COMPLETE, reasons(run, subjects));
            run.findings().weighed(changes(handle, run, subjects).add(over.counts()));
            Thresholding.hold(
                    run, run.findings().tally(), false, what -> tallies.known(handle, run.getEndpoint(), what));
            return null;
        });
    }

    /** An account that was asked for was not missed by a list; one that was gone already does not go again. */
    private Tally changes(Handle handle, LiveRun run, GoneSubjects subjects) {
        Tally tally = new Tally(slices.tally(handle, run.getId()));
        tally.set("accounts.missed", 0);
        tally.set("accounts.gone", active(handle, run, subjects.accounts()));
        tally.set("accounts.disabled", active(handle, run, subjects.disabled()));
        if (!run.dry()) {
            tally.set("accounts.created", publications.countNew(handle, run.getEndpoint(), run.getId()));
        }
        return tally;
    }

    private int active(Handle handle, LiveRun run, Map<String, List<String>> byReason) {
        List<String> ids = byReason.values().stream().flatMap(List::stream).toList();
        return accounts.active(handle, run.getEndpoint(), ids).size();
    }

    /** Whoever asked for an account by its id is told why there is none. */
    private static String reasons(LiveRun run, GoneSubjects subjects) {
        if (run.order().named().isEmpty()) {
            return "";
        }
        return Stream.concat(subjects.accounts().entrySet().stream(), subjects.disabled().entrySet().stream())
                .flatMap(reason -> ids(reason).stream().map(id -> id + ": " + reason.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static Collection<String> ids(Map.Entry<String, ? extends Collection<String>> reason) {
        return reason.getValue();
    }
}
