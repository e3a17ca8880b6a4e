package io.eicbridge.importing;

import io.eicbridge.directory.Accounts;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.MembershipView;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Publications;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Counts the memberships of segments or tags that a dry run did not see, by going through those that are published. */
public final class DrySegments {
    private static final int CHUNK = 2_000;
    private final Store store;
    private final Slices slices;
    private final Accounts accounts;
    private final MembershipPages memberships;
    private final Publications publications;
    private final DisabledAccounts disabled;

    /** Counts over these parts of the directory. */
    public DrySegments(
            Store store,
            Slices slices,
            Accounts accounts,
            MembershipPages memberships,
            Publications publications,
            DisabledAccounts disabled) {
        this.store = store;
        this.slices = slices;
        this.accounts = accounts;
        this.memberships = memberships;
        this.publications = publications;
        this.disabled = disabled;
    }

    long gone(LiveRun run, SliceKind kind) {
        Set<String> proven = SegmentProof.proven(
                store.read(handle -> slices.ofKind(handle, run.getId(), Phase.MEMBERSHIPS.text(), kind.text())), kind);
        Optional<Pin> pin = store.read(handle -> publications.current(handle, run.getEndpoint()));
        return pin.isEmpty() || proven.isEmpty() ? 0 : gone(run, pin.get(), kind.type(), proven);
    }

    private long gone(LiveRun run, Pin pin, String type, Set<String> proven) {
        long gone = 0;
        List<MembershipView> chunk = read(pin, type, 0);
        while (!chunk.isEmpty()) {
            List<MembershipView> members = chunk;
            gone += store.read(handle -> unseen(handle, run, members, proven));
            chunk = read(pin, type, chunk.get(chunk.size() - 1).position());
        }
        return gone;
    }

    private List<MembershipView> read(Pin pin, String type, long after) {
        return store.read(handle -> memberships.readAfter(handle, pin, type, after, CHUNK));
    }

    private long unseen(Handle handle, LiveRun run, List<MembershipView> members, Set<String> proven) {
        Map<String, Long> keys = accounts.keys(
                handle,
                run.getEndpoint(),
                members.stream().map(MembershipView::accountId).toList());
        Set<Long> kept = disabled.keys(handle, run.getEndpoint());
        return members.stream()
                .filter(member -> !kept.contains(keys.get(member.accountId())))
                .filter(member -> proven.contains(member.entitlementId()))
                .filter(member -> !run.sightings().sawMember(member.entitlementId(), keys.get(member.accountId())))
                .count();
    }
}
