package io.eicbridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets works of several threads share a transaction and so its commit, one after the other and each of them whole: all that wait
 * make one group. While one group is committed the next one is carried out already: where both write the same rows, the database
 * lets it wait.
 */
final class SharedTransactions {
    /** More works than slices that are usually read at the same time. */
    private static final int MOST = 32;

    /** One carries works out while the other commits. */
    private static final int WRITERS = 2;

    private final Jdbi jdbi;
    private final Queue<SharedWork<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, SharedTransactions::thread);

    SharedTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "store-writer");
        thread.setDaemon(true);
        return thread;
    }

    /** What the work returns, once it is stored. */
    <T> CompletableFuture<T> later(Function<Handle, T> function) {
        SharedWork<T> work = new SharedWork<>(function);
        waiting.add(work);
        writers.execute(this::writeNext);
        return work.ended();
    }

    private void writeNext() {
        SharedGroup group = carriedOut();
        if (group != null && !group.commit()) {
            eachAlone(group.works());
        }
    }

    /** The next works, carried out but not committed; null where none wait. */
    private SharedGroup carriedOut() {
        writing.lock();
        try {
            return together(next());
        } finally {
            writing.unlock();
        }
    }

    private SharedGroup together(List<SharedWork<?>> works) {
        try {
            SharedGroup group = works.isEmpty() ? null : SharedGroup.carriedOut(jdbi, works);
            if (group == null) {
                works.forEach(work -> work.alone(jdbi));
            }
            return group;
        } catch (RuntimeException | Error unreachable) {
            giveUp(works, unreachable);
            return null;
        }
    }

    /** Whoever waits for a work must learn that there is no database; each of them trying would wait for it in turn. */
    private static void giveUp(List<SharedWork<?>> works, Throwable unreachable) {
        works.forEach(work -> work.failed(unreachable));
    }

    /** After a failure nothing of the group is stored: each work has another try by itself, and its own failure. */
    private void eachAlone(List<SharedWork<?>> works) {
        writing.lock();
        try {
            works.forEach(work -> work.alone(jdbi));
        } catch (RuntimeException | Error unreachable) {
            giveUp(works, unreachable);
        } finally {
            writing.unlock();
        }
    }

    private List<SharedWork<?>> next() {
        List<SharedWork<?>> works = new ArrayList<>();
        for (SharedWork<?> work = waiting.poll(); work != null; work = works.size() < MOST ? waiting.poll() : null) {
            works.add(work);
        }
        return works;
    }

    void close() {
        writers.shutdown();
    }
}
