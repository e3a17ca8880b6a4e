package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Publications;
import io.eicbridge.directory.Sweep;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes all that a complete run found visible at one moment; each step can be repeated after a kill. */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final int NUMBERS = 5_000;
    private static final int ACCOUNTS = 1_000;
    private final Store store;
    private final Slices slices;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final HeldStore held;
    private final UnlistedSubscriptions subscriptions;
    private final DeadLetters deadLetters;
    private final Publications publications;
    private final Endpoints endpoints;
    private final RunLeases leases;
    private final Sweep sweep = new Sweep();
    private final Clock clock;

    /** Publishing in these parts of the directory. */
    public Publishing(
            Store store,
            Slices slices,
            Accounts accounts,
            Entitlements entitlements,
            HeldStore held,
            UnlistedSubscriptions subscriptions,
            DeadLetters deadLetters,
            Publications publications,
            Endpoints endpoints,
            RunLeases leases,
            Clock clock) {
        this.store = store;
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.held = held;
        this.subscriptions = subscriptions;
        this.deadLetters = deadLetters;
        this.publications = publications;
        this.endpoints = endpoints;
        this.leases = leases;
        this.clock = clock;
    }

    /** Marks what is gone and numbers what is new, which a kill may cut short anywhere; false where the run must stop. */
    boolean prepare(LiveRun run) {
        GoneSubjects gone =
                GoneSubjects.of(store.read(handle -> slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text())));
        gone.accounts().forEach((reason, ids) -> goneAccounts(run, reason, ids));
        gone.entitlements()
                .forEach((type, byReason) -> byReason.forEach(
                        (reason, ids) -> fenced(run, handle -> markGone(handle, run, type, ids, reason))));
        fenced(
                run,
                handle -> markGone(
                        handle, run, UnlistedSubscriptions.TYPE, subscriptions.of(handle, run), "no longer listed"));
        int numbered = NUMBERS;
        while (numbered == NUMBERS && !run.stopped()) {
            numbered = fenced(run, handle -> publications.number(handle, run.getEndpoint(), run.getId(), NUMBERS));
            LOG.debug("{} new accounts have their numbers. {}", numbered, run.context());
        }
        return !run.stopped();
    }

    /** One transaction, which fails where another process took the run over. */
    private int fenced(LiveRun run, Function<Handle, Integer> work) {
        return store.inTransaction(handle -> {
            leases.confirm(handle, run);
            return work.apply(handle);
        });
    }

    private void goneAccounts(LiveRun run, String reason, List<String> ids) {
        for (int at = 0; at < ids.size(); at += ACCOUNTS) {
            List<String> chunk = ids.subList(at, Math.min(ids.size(), at + ACCOUNTS));
            fenced(run, handle -> {
                int marked = accounts.markGone(handle, run.getEndpoint(), run.getId(), chunk, reason, clock.instant());
                held.end(
                        handle,
                        run,
                        accounts.keys(handle, run.getEndpoint(), chunk).values());
                return marked;
            });
        }
    }

    private int markGone(Handle handle, LiveRun run, String type, List<String> ids, String reason) {
        return ids.isEmpty()
                ? 0
                : entitlements.markGone(handle, run.getEndpoint(), type, run.getId(), ids, reason, clock.instant());
    }

    /**
     * Moves the mark: from the end of the transaction on, everything that the run stored is seen. What dead runs left is cleared
     * in the same moment: until then it would hide what this run found as well.
     */
    void seal(Handle handle, LiveRun run) {
        endpoints.recordScope(handle, run.getEndpoint(), run.source().coverage());
        publications.seal(handle, run.getEndpoint(), run.getId(), true, clock.instant());
        sweep.sweep(handle, run.getEndpoint(), run.getId(), sweep.dead(handle, run.getEndpoint(), run.getId()));
        deadLetters.resolveUnseen(handle, run.getEndpoint(), RefusedRecords.KIND, run.getId());
    }
}
