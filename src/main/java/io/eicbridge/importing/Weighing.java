package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.Endpoints;
import io.eicbridge.directory.Entitlements;
import io.eicbridge.directory.Memberships;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Adds up what a complete run changes, and holds it where its thresholds or a changed scope demand that. */
public final class Weighing {
    private static final int CHUNK = 1_000;
    private final Store store;
    private final Slices slices;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Memberships memberships;
    private final HeldStore held;
    private final UnlistedSubscriptions subscriptions;
    private final DrySegments drySegments;
    private final Publications publications;
    private final Endpoints endpoints;
    private final RunTallies tallies;
    private final RunLeases leases;
    private final Clock clock;

    /** Weighs over these parts of the directory. */
    public Weighing(
            Store store,
            Slices slices,
            Accounts accounts,
            Entitlements entitlements,
            Memberships memberships,
            HeldStore held,
            UnlistedSubscriptions subscriptions,
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
        this.subscriptions = subscriptions;
        this.drySegments = drySegments;
        this.publications = publications;
        this.endpoints = endpoints;
        this.tallies = tallies;
        this.leases = leases;
        this.clock = clock;
    }

    /** Ends memberships that the run proved to be over, visible once it is published, and weighs all its changes. */
    void weigh(LiveRun run) {
        Tally ended = endSegments(run);
        endUnlinked(run, ended);
        heldByTheGone(run, ended);
        store.read(handle -> {
            ended.add(
                    "entitlements." + UnlistedSubscriptions.TYPE + ".gone",
                    subscriptions.of(handle, run).size());
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
        Set<String> proven = SegmentProof.proven(store.read(handle ->
                slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), SliceKind.SEGMENT_MEMBERS.text())));
        Tally tally = new Tally();
        if (run.dry()) {
            return tally.add("memberships.Segment.gone", drySegments.gone(run));
        }
        if (!proven.isEmpty()) {
            store.inTransaction(handle -> endUnseen(handle, run, proven, tally));
        }
        return tally;
    }

    private Tally endUnseen(Handle handle, LiveRun run, Set<String> proven, Tally tally) {
        leases.confirm(handle, run);
        Map<String, Long> keys =
                entitlements.refer(handle, run.getEndpoint(), "Segment", run.getId(), clock.instant(), proven);
        memberships.endUnseen(handle, run.writing(), "Segment", new HashSet<>(keys.values()));
        return tally.add(
                "memberships.Segment.gone", memberships.countEnded(handle, run.getEndpoint(), "Segment", run.getId()));
    }

    private void endUnlinked(LiveRun run, Tally tally) {
        store.inTransaction(handle -> {
            leases.confirm(handle, run);
            held.endUnlinked(handle, run, tally);
            if (run.dry()) {
                handle.rollback();
            }
            return null;
        });
    }

    /** What gone accounts hold ends with them, when the run is published; of a dry run the segments are counted already. */
    private void heldByTheGone(LiveRun run, Tally tally) {
        List<String> gone = GoneSubjects.of(
                        store.read(handle -> slices.ofPhase(handle, run.getId(), Phase.ABSENCES.text())))
                .accountIds();
        Set<String> types = new TreeSet<>(run.source().memberships());
        types.removeIf(type -> run.dry() && type.equals("Segment"));
        for (int at = 0; at < gone.size(); at += CHUNK) {
            List<String> chunk = gone.subList(at, Math.min(gone.size(), at + CHUNK));
            store.inTransaction(handle -> {
                Set<Long> keys = new HashSet<>(
                        accounts.keys(handle, run.getEndpoint(), chunk).values());
                held.countHeld(handle, run, keys, types, tally);
                return null;
            });
        }
    }
}
