package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.Leases;
import io.eicbridge.journal.Mode;
import io.eicbridge.journal.NewRun;
import io.eicbridge.journal.NewSlice;
import io.eicbridge.journal.Runs;
import io.eicbridge.journal.Slice;
import io.eicbridge.journal.Slices;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class CheckpointsTest {
    private static final NewSlice LIST = new NewSlice("accounts", "contacts-list", null, null, null, null);
    private static final NewSlice TAGS = new NewSlice("memberships", "contact-tags", "c1", null, null, null);

    private final Runs runs = new Runs(Clock.systemUTC());
    private final Slices slices = new Slices();
    private final AtomicInteger stored = new AtomicInteger();

    @BothDatabases
    void aPageWhoseCommitSucceededUnseenIsNotStoredAndCountedAgain(Database database) {
        Store store = database.store();
        long run = run(store);
        Checkpoints checkpoints = checkpoints(store);
        LiveRun live = live(run);
        Slice planned = slice(store, run);

        commit(checkpoints, new OpenSlice(live, planned), "second");
        commit(checkpoints, new OpenSlice(live, planned), "second");
        OpenSlice next = new OpenSlice(live, slice(store, run));
        commit(checkpoints, next, "third");
        commit(checkpoints, next, null);

        assertThat(stored).hasValue(3);
        Slice end = slice(store, run);
        assertThat(end.pages()).isEqualTo(3);
        assertThat(end.tally()).isEqualTo(Map.of("accounts.created", 3L));
        assertThat(end.done()).isTrue();
    }

    @BothDatabases
    void aListThatIsCompletedIsPlannedOnceHoweverManyPagesCarryItsAccount(Database database) {
        Store store = database.store();
        long run = run(store);
        OpenSlice slice = new OpenSlice(live(run), slice(store, run));

        commit(checkpoints(store), slice, "second", TAGS, TAGS);
        commit(checkpoints(store), slice, null, TAGS);

        assertThat(store.<List<Slice>>read(handle -> slices.ofPhase(handle, run, "memberships")))
                .hasSize(1);
    }

    private void commit(Checkpoints checkpoints, OpenSlice slice, String next, NewSlice... more) {
        checkpoints.commit(slice, next, List.of(more), handle -> {
            stored.incrementAndGet();
            return new Tally().add("accounts.created", 1);
        });
        slice.settle();
    }

    private long run(Store store) {
        return store.inTransaction(handle -> {
            long run = runs.start(handle, new NewRun("contacts", Mode.FULL, false, null, null, null, "", ""))
                    .run();
            slices.plan(handle, run, List.of(LIST));
            return run;
        });
    }

    private Slice slice(Store store, long run) {
        return store.read(handle -> slices.ofPhase(handle, run, "accounts")).get(0);
    }

    private static LiveRun live(long run) {
        EndpointImport source = new EndpointImport("contacts", null, Set.of(), Set.of(), null, null);
        return new LiveRun(run, source, new ImportOrder("contacts", Mode.FULL, false), Set.of());
    }

    private Checkpoints checkpoints(Store store) {
        RunLeases leases = new RunLeases(store, new Leases(), "me", null);
        leases.take("contacts");
        return new Checkpoints(new RunTransactions(store, leases, runs), slices, new Unheard());
    }

    private static final class Unheard implements RunListener {
        @Override
        public void pageStored(String endpoint, int records) {}

        @Override
        public void reactivated(String endpoint, int accounts) {}

        @Override
        public void runEnded(String endpoint, String mode, String outcome, boolean good) {}
    }
}
