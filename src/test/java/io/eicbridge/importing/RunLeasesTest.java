package io.eicbridge.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.Mode;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

class RunLeasesTest {
    private static final String NAME = "import:contacts";
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final Leases rows = new Leases();

    @AfterEach
    void end() {
        heart.shutdownNow();
        other.shutdownNow();
    }

    @BothDatabases
    void waitsForTheLeaseOfADeadProcessUntilItEnds(Database database) {
        Store store = database.store();
        hold(store, "dead", Duration.ofMinutes(5));
        AtomicInteger looks = new AtomicInteger();

        leases(store, "next").outwaitTheDead("contacts", pause -> {
            if (looks.incrementAndGet() == 3) {
                hold(store, "dead", Duration.ofSeconds(-1));
            }
            return true;
        });

        assertThat(looks).hasValue(3);
    }

    @BothDatabases
    void refusesWhileALivingProcessRenewsItsLease(Database database) {
        Store store = database.store();
        hold(store, "alive", Duration.ofMinutes(5));

        assertThatThrownBy(() -> leases(store, "next").outwaitTheDead("contacts", pause -> {
                    hold(store, "alive", Duration.ofMinutes(6));
                    return true;
                }))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Another process imports contacts");
    }

    @BothDatabases
    void stopsWaitingWhereItsOwnProcessStops(Database database) {
        Store store = database.store();
        hold(store, "dead", Duration.ofMinutes(5));

        assertThatThrownBy(() -> leases(store, "next").outwaitTheDead("contacts", pause -> false))
                .isInstanceOf(Rejected.class);
    }

    @BothDatabases
    void aRunWhoseLeaseWentToAnotherProcessStops(Database database) {
        Store store = database.store();
        RunLeases mine = leases(store, "mine");
        LiveRun run = run();
        mine.take("contacts");
        confirm(store, mine, run);
        assertThat(run.stopped()).isFalse();

        hold(store, "mine", Duration.ofSeconds(-1));
        leases(store, "thief").take("contacts");

        assertThatThrownBy(() -> confirm(store, mine, run))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("took the import over");
        assertThat(run.stopped()).isTrue();
        assertThat(run.failure()).isNull();
    }

    @BothDatabases
    void nobodyTakesALeaseOverBetweenItsConfirmationAndTheCommit(Database database) throws Exception {
        Store store = database.store();
        RunLeases mine = leases(store, "mine");
        mine.take("contacts");
        hold(store, "mine", Duration.ofSeconds(-1));
        CountDownLatch trying = new CountDownLatch(1);
        AtomicInteger order = new AtomicInteger();

        Future<Integer> taken = store.inTransaction(handle -> {
            mine.confirm(handle, run());
            Future<Integer> thief = other.submit(() -> {
                trying.countDown();
                leases(store, "thief").take("contacts");
                return order.incrementAndGet();
            });
            await(trying);
            order.incrementAndGet();
            return thief;
        });

        assertThat(taken.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @BothDatabases
    void aRunThatLeavesTakesNoLeaseFromTheOneThatFollowsIt(Database database) {
        Store store = database.store();
        RunLeases mine = leases(store, "mine");
        LiveRuns live = new LiveRuns();
        mine.take("contacts");
        LiveRun run = live.enter("contacts", RunLeasesTest::run);
        CompletableFuture<Boolean> held =
                run.away().thenApply(left -> leases(store, "next").elsewhere("contacts"));

        new RunEnds(null, null, mine, live, null).abandon(run);

        assertThat(held.join()).isFalse();
        assertThat(live.all()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private RunLeases leases(Store store, String holder) {
        return new RunLeases(store, rows, holder, heart);
    }

    private void hold(Store store, String holder, Duration duration) {
        store.inTransaction(handle -> rows.acquire(handle, NAME, holder, duration));
    }

    private static void confirm(Store store, RunLeases leases, LiveRun run) {
        store.inTransaction(handle -> {
            leases.confirm(handle, run);
            return null;
        });
    }

    private static LiveRun run() {
        EndpointImport contacts = new EndpointImport("contacts", null, Set.of(), Set.of(), null, null);
        return new LiveRun(1, contacts, new ImportOrder("contacts", Mode.FULL, false), Set.of());
    }
}
