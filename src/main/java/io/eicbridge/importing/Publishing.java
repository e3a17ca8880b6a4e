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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Weighs what a complete run changes and, unless that is too much, makes all of it visible at one moment. */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
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
    private final RunLeases leases;
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
            RunLeases leases,
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
        this.leases = leases;
        this.clock = clock;
    }

    /** Adds up what the run changes, and holds it where its thresholds or a changed scope demand that. */
    void weigh(LiveRun run) {
        Tally dry = endSegments(run);
        store.read(handle -> {
            run.findings().weighed(tallies.of(handle, run).add(dry.counts()));
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

    /**
     * Ends the memberships of segments whose members were all read; where Intercom's count disagrees none ends. How many is
     * kept with a slice, so that a run which is killed now is weighed the same when it goes on; a dry run only counts.
     */
    private Tally endSegments(LiveRun run) {
        List<Slice> all = store.read(handle -> slices.all(handle, run.getId()));
        Set<String> proven = SegmentProof.proven(all);
        if (run.dry()) {
            return new Tally().add("memberships.Segment.gone", drySegments.gone(run));
        }
        all.stream()
                .filter(slice -> slice.kind().equals(SliceKind.SEGMENT_MEMBERS.text()))
                .filter(slice -> proven.contains(slice.subject()))
                .findFirst()
                .ifPresent(slice -> endSegments(run, proven, slice.slice()));
        return new Tally();
    }

    private void endSegments(LiveRun run, Set<String> proven, long slice) {
        store.inTransaction(handle -> {
            leases.confirm(handle, run);
            Map<String, Long> keys =
                    entitlements.refer(handle, run.getEndpoint(), "Segment", run.getId(), clock.instant(), proven);
            Tally tally = new Tally();
            HeldStore.count(
                    "Segment",
                    memberships.endUnseen(handle, run.writing(), "Segment", new HashSet<>(keys.values())),
                    tally);
            slices.count(handle, slice, tally.counts());
            return null;
        });
    }

    /** Marks what is gone and numbers what is new, which a kill may cut short anywhere; false where the run must stop. */
    boolean prepare(LiveRun run) {
        List<Slice> gone = store.read(handle -> slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text())).stream()
                .filter(slice -> slice.cursor() != null && slice.cursor().startsWith(Confirmations.GONE))
                .toList();
        goneAccounts(run, gone);
        goneEntitlements(run, gone);
        goneSubscriptions(run);
        int numbered = CHUNK;
        while (numbered == CHUNK && !run.stopped()) {
            numbered = number(run);
        }
        return !run.stopped();
    }

    /** One stretch of numbers, in a transaction of its own. */
    private int number(LiveRun run) {
        int numbered = store.inTransaction(handle -> {
            leases.confirm(handle, run);
            return publications.number(handle, run.getEndpoint(), run.getId(), CHUNK);
        });
        LOG.debug("{} new accounts have their numbers. {}", numbered, run.context());
        return numbered;
    }

    /** Moves the mark: from the end of the transaction on, everything that the run stored is seen. */
    void seal(Handle handle, LiveRun run) {
        endpoints.recordScope(handle, run.getEndpoint(), run.source().coverage());
        publications.seal(handle, run.getEndpoint(), run.getId(), true, clock.instant());
    }

    /** Clears away what dead runs left; where a kill prevents it, the next publication does it. */
    void sweep(LiveRun run) {
        try {
            store.inTransaction(handle ->
                    sweep.sweep(handle, run.getEndpoint(), sweep.dead(handle, run.getEndpoint(), run.getId())));
        } catch (RuntimeException e) {
            LOG.warn("What dead runs left stays until the next publication: {} {}", e.getMessage(), run.context());
        }
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
