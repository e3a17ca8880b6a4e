package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Missing;
import io.eicbridge.directory.Publications;
import io.eicbridge.directory.Sweep;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Weighs what a complete run changes and, unless that is too much, makes all of it visible at one moment. */
public final class Publishing {
    private static final int CHUNK = 5_000;
    private final Store store;
    private final Slices slices;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final HeldStore held;
    private final DrySegments drySegments;
    private final Publications publications;
    private final Endpoints endpoints;
    private final RunTallies tallies;
    private final Sweep sweep = new Sweep();
    private final Clock clock;

    /** Publishing in these parts of the directory. */
    public Publishing(
            Store store,
            Slices slices,
            Accounts accounts,
            Entitlements entitlements,
            Memberships memberships,
            HeldStore held,
            DrySegments drySegments,
            Publications publications,
            Endpoints endpoints,
            RunTallies tallies,
            Clock clock) {
        this.store = store;
        this.slices = slices;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.memberships = memberships;
        this.held = held;
        this.drySegments = drySegments;
        this.publications = publications;
        this.endpoints = endpoints;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** Adds up what the run changes, and holds it where its thresholds or a changed scope demand that. */
    void weigh(LiveRun run) {
        Tally ended = endSegments(run);
        store.read(handle -> {
            run.findings().weighed(tallies.of(handle, run).add(ended.counts()));
            if (!run.findings().approved()) {
                hold(handle, run);
            }
            return null;
        });
    }

    private void hold(Handle handle, LiveRun run) {
        boolean first = publications.current(handle, run.getEndpoint()).isEmpty();
        String now = run.source().coverage();
        endpoints
                .binding(handle, run.getEndpoint())
                .scope()
                .filter(before -> !first && !before.equals(now))
                .ifPresent(
                        before -> run.findings().hold("The scope changed from \"" + before + "\" to \"" + now + "\"."));
        Thresholding.hold(run, run.findings().tally(), first, what -> tallies.known(handle, run.getEndpoint(), what));
    }

    /** Ends the memberships of segments whose members were all read; where Intercom's count disagrees none ends. */
    private Tally endSegments(LiveRun run) {
        Set<String> proven = SegmentProof.proven(store.read(handle -> slices.all(handle, run.getId())));
        Tally tally = new Tally();
        if (run.dry()) {
            return tally.add("memberships.Segment.gone", drySegments.gone(run));
        }
        if (!proven.isEmpty()) {
            store.inTransaction(handle -> {
                Map<String, Long> keys =
                        entitlements.refer(handle, run.getEndpoint(), "Segment", run.getId(), clock.instant(), proven);
                HeldStore.count(
                        "Segment",
                        memberships.endUnseen(handle, run.writing(), "Segment", new HashSet<>(keys.values())),
                        tally);
                return null;
            });
        }
        return tally;
    }

    /** Marks what is gone, numbers what is new, and moves the mark; each step can be repeated after a kill. */
    void publish(LiveRun run) {
        List<Slice> gone = store.read(handle -> slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text())).stream()
                .filter(slice -> slice.cursor() != null && slice.cursor().startsWith(Confirmations.GONE))
                .toList();
        goneAccounts(run, gone);
        goneEntitlements(run, gone);
        goneSubscriptions(run);
        while (store.inTransaction(handle -> publications.number(handle, run.getEndpoint(), run.getId(), CHUNK)) > 0) {
            // every chunk is a transaction of its own
        }
        store.inTransaction(handle -> {
            endpoints.recordScope(handle, run.getEndpoint(), run.source().coverage());
            return publications.seal(handle, run.getEndpoint(), run.getId(), true, clock.instant());
        });
        store.inTransaction(handle -> {
            Set<Long> dead = sweep.dead(handle, run.getEndpoint(), run.getId());
            return sweep.sweep(handle, run.getEndpoint(), dead);
        });
    }

    private void goneAccounts(LiveRun run, List<Slice> gone) {
        gone.stream()
                .filter(slice -> slice.kind().equals(SliceKind.CONFIRM_ACCOUNT.text()))
                .collect(Collectors.groupingBy(
                        Publishing::reason, Collectors.mapping(Slice::subject, Collectors.toList())))
                .forEach((reason, ids) -> store.inTransaction(handle -> {
                    accounts.markGone(handle, run.getEndpoint(), run.getId(), ids, reason, clock.instant());
                    held.end(
                            handle,
                            run,
                            accounts.keys(handle, run.getEndpoint(), ids).values());
                    return null;
                }));
    }

    private void goneEntitlements(LiveRun run, List<Slice> gone) {
        gone.stream()
                .filter(slice -> slice.kind().equals(SliceKind.CONFIRM_ENTITLEMENT.text()))
                .forEach(slice -> store.inTransaction(handle -> {
                    String[] subject = slice.subject().split(":", 2);
                    entitlements.markGone(
                            handle,
                            run.getEndpoint(),
                            subject[0],
                            run.getId(),
                            List.of(subject[1]),
                            reason(slice),
                            clock.instant());
                    return null;
                }));
    }

    /** Subscription types cannot be asked for one by one; their list has no pages, so that it is whole or fails. */
    private void goneSubscriptions(LiveRun run) {
        if (run.source().entitlements().contains("Subscription")) {
            store.inTransaction(handle -> {
                List<String> ids =
                        entitlements.missing(handle, run.getEndpoint(), "Subscription", run.getId(), 0, CHUNK).stream()
                                .map(Missing::id)
                                .toList();
                entitlements.markGone(
                        handle,
                        run.getEndpoint(),
                        "Subscription",
                        run.getId(),
                        ids,
                        "no longer listed",
                        clock.instant());
                return null;
            });
        }
    }

    private static String reason(Slice slice) {
        return slice.cursor().substring(Confirmations.GONE.length());
    }
}
