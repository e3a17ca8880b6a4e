package io.eicbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

class SharedTransactionsTest {
    private static final int THREADS = 16;
    private static final int EACH = 50;

    @BothDatabases
    void everyWorkOfManyThreadsIsStoredOnce(Database database) {
        Store store = table(database);
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * EACH;
            threads.add(CompletableFuture.runAsync(() -> insertAll(store, first), pool));
        }
        threads.forEach(CompletableFuture::join);
        pool.shutdown();

        assertThat(count(database.reopen())).isEqualTo(THREADS * EACH);
    }

    private static void insertAll(Store store, int first) {
        for (int id = first; id < first + EACH; id++) {
            int row = id;
            assertThat(store.<Integer>inSharedTransaction(handle -> insert(handle, row)))
                    .isEqualTo(row);
        }
    }

    @BothDatabases
    void aFailedWorkTakesNothingOfTheOthersWithIt(Database database) {
        Store store = table(database);
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CompletableFuture<Integer> holder = CompletableFuture.supplyAsync(
                () -> store.inSharedTransaction(handle -> waited(handle, together)), pool);
        List<CompletableFuture<Integer>> good = new ArrayList<>();
        for (int id = 1; id < THREADS - 1; id++) {
            int row = id;
            good.add(CompletableFuture.supplyAsync(
                    () -> store.inSharedTransaction(handle -> insert(handle, row)), pool));
        }
        CompletableFuture<Integer> bad =
                CompletableFuture.supplyAsync(() -> store.inSharedTransaction(handle -> halfDone(handle)), pool);
        together.countDown();

        assertThat(holder.join()).isZero();
        good.forEach(CompletableFuture::join);
        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class).hasMessageContaining("half done");
        pool.shutdown();
        assertThat(count(database.reopen())).isEqualTo(THREADS - 1);
    }

    @BothDatabases
    void aWorkThatIsRefusedLeavesNothing(Database database) {
        Store store = table(database);
        AtomicInteger runs = new AtomicInteger();
        int result = store.inSharedTransaction(handle -> {
            runs.incrementAndGet();
            return insert(handle, 1);
        });

        assertThat(result).isEqualTo(1);
        assertThat(runs).hasValue(1);
        assertThatThrownBy(() -> store.inSharedTransaction(handle -> insert(handle, 1)))
                .isInstanceOf(RuntimeException.class);
        assertThat(count(store)).isEqualTo(1);
    }

    private static Store table(Database database) {
        Store store = database.store();
        store.inTransaction(handle -> handle.execute("create table works (id int primary key)"));
        return store;
    }

    private static int insert(Handle handle, int id) {
        handle.execute("insert into works (id) values (?)", id);
        return id;
    }

    private static int waited(Handle handle, CountDownLatch together) {
        try {
            together.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return insert(handle, 0);
    }

    private static int halfDone(Handle handle) {
        insert(handle, 1_000);
        throw new IllegalStateException("half done");
    }

    private static long count(Store store) {
        return store.read(handle -> handle.createQuery("select count(*) from works")
                .mapTo(Long.class)
                .one());
    }
}
