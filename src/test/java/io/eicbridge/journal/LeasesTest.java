package io.eicbridge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class LeasesTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration ENDED = Duration.ofSeconds(-1);

    private final Leases leases = new Leases();

    @BothDatabases
    void aBusyLeaseTellsWhoHoldsIt(Database database) {
        Store store = database.store();

        assertThat(acquire(store, "one", LONG).holder()).isEqualTo("one");
        assertThat(acquire(store, "two", LONG).holder()).isEqualTo("one");
        assertThat(holder(store)).contains("one");
    }

    @BothDatabases
    void aHolderThatStoppedHoldingLosesTheLease(Database database) {
        Store store = database.store();
        acquire(store, "one", ENDED);

        assertThat(holder(store)).isEmpty();
        assertThat(acquire(store, "two", LONG).holder()).isEqualTo("two");
        assertThat(heartbeat(store, "one")).isFalse();
        assertThat(heartbeat(store, "two")).isTrue();
    }

    @BothDatabases
    void aHeartbeatRenewsTheLease(Database database) {
        Store store = database.store();
        acquire(store, "one", ENDED);

        assertThat(heartbeat(store, "one")).isTrue();
        assertThat(acquire(store, "two", LONG).holder()).isEqualTo("one");
    }

    @BothDatabases
    void aReleasedLeaseIsFreeAndOnlyItsHolderReleasesIt(Database database) {
        Store store = database.store();
        acquire(store, "one", LONG);

        release(store, "two");
        assertThat(holder(store)).contains("one");
        release(store, "one");
        assertThat(holder(store)).isEmpty();
        assertThat(acquire(store, "two", LONG).holder()).isEqualTo("two");
    }

    @BothDatabases
    void theOwnerOfTheDatabaseTakesOverWhatAKilledProcessHeld(Database database) {
        acquire(database.store(), "killed", LONG);
        Store store = database.reopen();

        store.inTransaction(handle -> {
            leases.takeOver(handle);
            return null;
        });

        assertThat(acquire(store, "next", LONG).holder()).isEqualTo("next");
    }

    @BothDatabases
    void onlyOneOfManyGetsTheLease(Database database) throws Exception {
        Store store = database.store();
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String holder = "holder" + i;
                results.add(
                        many.submit(() -> acquire(store, holder, LONG).holder().equals(holder)));
            }
            int winners = 0;
            for (Future<Boolean> result : results) {
                winners += result.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
    }

    private Lease acquire(Store store, String holder, Duration duration) {
        return store.inTransaction(handle -> leases.acquire(handle, "import contacts", holder, duration));
    }

    private boolean heartbeat(Store store, String holder) {
        return store.inTransaction(handle -> leases.heartbeat(handle, "import contacts", holder, LONG));
    }

    private Optional<String> holder(Store store) {
        return store.read(handle -> leases.holder(handle, "import contacts").map(Lease::holder));
    }

    private void release(Store store, String holder) {
        store.inTransaction(handle -> {
            leases.release(handle, "import contacts", holder);
            return null;
        });
    }
}
