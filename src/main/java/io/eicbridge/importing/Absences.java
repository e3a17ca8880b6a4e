package io.eicbridge.importing;

import io.eicbridge.dialect.Limit;
import io.eicbridge.dialect.Thresholds;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Missing;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.function.LongFunction;

/** Plans one question to Intercom for each account and entitlement that a complete run did not see. */
public final class Absences {
    private static final int CHUNK = 2_000;
    private final Store store;
    private final Slices slices;
    private final Accounts accounts;
    private final Entitlements entitlements;

    /** Plans over this store. */
    public Absences(Store store, Slices slices, Accounts accounts, Entitlements entitlements) {
        this.store = store;
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
    }

    /** Plans the questions; too many missing accounts are not asked for but hold the run. */
    public void plan(LiveRun run) {
        if (run.stopped() || !run.findings().complete() || planned(run)) {
            return;
        }
        run.progress().begin(Phase.ABSENCES);
        Thresholds limits = run.source().parameters().thresholds();
        long known = store.read(handle -> accounts.countActive(handle, run.getEndpoint()));
        long missing = missingAccounts(run);
        if (bearable(run, "accounts", missing, known, limits.accountRemovals())) {
            ask(run, SliceKind.CONFIRM_ACCOUNT, "", after -> unseenAccounts(run, after));
        }
        run.source().entitlements().stream()
                .filter(Confirmations::possible)
                .forEach(
                        type -> ask(run, SliceKind.CONFIRM_ENTITLEMENT, type + ":", after -> unseen(run, type, after)));
    }

    private boolean planned(LiveRun run) {
        return store.read(handle -> slices.planned(handle, run.getId(), Phase.ABSENCES.text()));
    }

    private static boolean bearable(LiveRun run, String what, long missing, long known, Limit limit) {
        if (run.findings().approved() || !limit.isExceededBy(missing, known)) {
            return true;
        }
        run.findings()
                .hold(missing + " of " + known + " " + what + " are missing, more than the threshold allows ("
                        + Thresholding.words(limit) + ").");
        return false;
    }

    private long missingAccounts(LiveRun run) {
        return run.dry()
                ? unsighted(run)
                : store.read(handle -> accounts.countMissing(handle, run.getEndpoint(), run.getId()));
    }

    /** A dry run marks nothing as seen: every account that is there is compared with its sightings. */
    private long unsighted(LiveRun run) {
        long unsighted = 0;
        List<Missing> chunk = unseenAccounts(run, 0);
        while (!chunk.isEmpty()) {
            unsighted += chunk.stream()
                    .filter(one -> !run.sightings().sawKnown(one.key()))
                    .count();
            chunk = unseenAccounts(run, chunk.get(chunk.size() - 1).key());
        }
        return unsighted;
    }

    private void ask(LiveRun run, SliceKind kind, String prefix, LongFunction<List<Missing>> unseen) {
        List<Missing> chunk = unseen.apply(0);
        while (!chunk.isEmpty()) {
            List<NewSlice> questions = chunk.stream()
                    .filter(one -> !run.dry() || wanted(run, kind, prefix, one))
                    .map(one -> new NewSlice(Phase.ABSENCES.text(), kind.text(), prefix + one.id(), null, null, null))
                    .toList();
            store.inTransaction(handle -> {
                slices.plan(handle, run.getId(), questions);
                return null;
            });
            chunk = unseen.apply(chunk.get(chunk.size() - 1).key());
        }
    }

    private static boolean wanted(LiveRun run, SliceKind kind, String prefix, Missing one) {
        return kind == SliceKind.CONFIRM_ACCOUNT
                ? !run.sightings().sawKnown(one.key())
                : !run.sightings().saw(prefix + one.id());
    }

    private List<Missing> unseenAccounts(LiveRun run, long after) {
        return store.read(handle -> accounts.missing(handle, run.getEndpoint(), run.getId(), after, CHUNK));
    }

    private List<Missing> unseen(LiveRun run, String type, long after) {
        return store.read(handle -> entitlements.missing(handle, run.getEndpoint(), type, run.getId(), after, CHUNK));
    }
}
