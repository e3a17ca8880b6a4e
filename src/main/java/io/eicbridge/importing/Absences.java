package io.eicbridge.importing;

import io.eicbridge.dialect.Limit;
import io.eicbridge.dialect.Thresholds;
import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Missing;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Plans one question to Intercom for each account and entitlement that a complete run did not see. */
public final class Absences {
    private static final int CHUNK = 2_000;
    private final Store store;
    private final Slices slices;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final DisabledAccounts disabled;

    /** Plans over this store. */
    public Absences(
            Store store, Slices slices, Accounts accounts, Entitlements entitlements, DisabledAccounts disabled) {
        this.store = store;
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.disabled = disabled;
    }

    /** Plans the questions of a full run; too many missing accounts are not asked for but hold it. */
    public void plan(LiveRun run) {
        if (run.stopped() || run.isIncremental() || !run.findings().complete()) {
            return;
        }
        run.progress().begin(Phase.ABSENCES);
        Thresholds limits = run.source().parameters().thresholds();
        long known = store.read(handle -> accounts.countActive(handle, run.getEndpoint()));
        long missing = missingAccounts(run);
        if (bearable(run, "accounts", missing, known, limits.accountRemovals())) {
            ask(run, SliceKind.CONFIRM_ACCOUNT, handle -> accounts(handle, run));
        }
        ask(run, SliceKind.CONFIRM_ENTITLEMENT, handle -> run.source().entitlements().stream()
                .filter(Confirmations::possible)
                .forEach(type -> entitlements(handle, run, type)));
    }

    /** All questions of a kind are planned at once or, where an interrupted run has done so, not again. */
    private void ask(LiveRun run, SliceKind kind, Consumer<Handle> questions) {
        store.inTransaction(handle -> {
            boolean planned = slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text()).stream()
                    .anyMatch(slice -> slice.kind().equals(kind.text()));
            if (!planned) {
                questions.accept(handle);
            }
            return null;
        });
    }

    private static boolean bearable(LiveRun run, String what, long missing, long known, Limit limit) {
        if (run.findings().approved() || !limit.isExceededBy(missing, known)) {
            return true;
        }
        run.findings().leaveUnasked(missing);
        run.findings()
                .hold(missing + " of " + known + " " + what + " are missing, more than the threshold allows ("
                        + Thresholding.words(limit) + ").");
        return false;
    }

    /** Those that the bridge itself made invisible are asked for as well, but are no reason to hold the run. */
    private long missingAccounts(LiveRun run) {
        return store.read(handle ->
                (run.dry() ? unsighted(handle, run) : accounts.countMissing(handle, run.getEndpoint(), run.getId()))
                        - disabled.missing(handle, run.getEndpoint(), run.getId())
                                .size());
    }

    /** A dry run marks nothing as seen: every account that is there is compared with its sightings. */
    private long unsighted(Handle handle, LiveRun run) {
        LongAdder unsighted = new LongAdder();
        each(
                after -> accounts.missing(handle, run.getEndpoint(), run.getId(), after, CHUNK),
                chunk -> unsighted.add(chunk.stream()
                        .filter(one -> !run.sightings().sawKnown(one.key()))
                        .count()));
        return unsighted.sum();
    }

    private void accounts(Handle handle, LiveRun run) {
        LongFunction<List<Missing>> unseen =
                after -> accounts.missing(handle, run.getEndpoint(), run.getId(), after, CHUNK);
        each(
                unseen,
                chunk -> plan(
                        handle,
                        run,
                        SliceKind.CONFIRM_ACCOUNT,
                        chunk.stream()
                                .filter(one -> !run.dry() || !run.sightings().sawKnown(one.key()))
                                .map(Missing::id)));
    }

    private void entitlements(Handle handle, LiveRun run, String type) {
        LongFunction<List<Missing>> unseen =
                after -> entitlements.missing(handle, run.getEndpoint(), type, run.getId(), after, CHUNK);
        each(
                unseen,
                chunk -> plan(
                        handle,
                        run,
                        SliceKind.CONFIRM_ENTITLEMENT,
                        chunk.stream()
                                .map(one -> type + ":" + one.id())
                                .filter(subject ->
                                        !run.dry() || !run.sightings().saw(subject))));
    }

    private void plan(Handle handle, LiveRun run, SliceKind kind, Stream<String> subjects) {
        slices.plan(
                handle,
                run.getId(),
                subjects.map(subject -> new NewSlice(Phase.ABSENCES.text(), kind.text(), subject, null, null, null))
                        .toList());
    }

    private static void each(LongFunction<List<Missing>> unseen, Consumer<List<Missing>> work) {
        List<Missing> chunk = unseen.apply(0);
        while (!chunk.isEmpty()) {
            work.accept(chunk);
            chunk = unseen.apply(chunk.get(chunk.size() - 1).key());
        }
    }
}
