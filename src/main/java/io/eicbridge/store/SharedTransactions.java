package io.eicbridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets works of several threads share a transaction and so its commit, one after the other and each of them whole: whoever
 * comes first carries out the works that wait as well.
 */
final class SharedTransactions {
    /** More works than slices that are usually read at the same time. */
    private static final int MOST = 32;

    private final Jdbi jdbi;
    private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    SharedTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T> T run(Function<Handle, T> function) {
        Work<T> work = new Work<>(function);
        waiting.add(work);
        writing.lock();
        try {
            while (!work.ended) {
                next();
            }
        } finally {
            writing.unlock();
        }
        return work.result();
    }

    private void next() {
        List<Work<?>> group = new ArrayList<>();
        for (Work<?> work = waiting.poll(); work != null; work = group.size() < MOST ? waiting.poll() : null) {
            group.add(work);
        }
        try {
            jdbi.useTransaction(handle -> group.forEach(work -> work.carryOut(handle)));
            group.forEach(work -> work.ended = true);
        } catch (RuntimeException | Error oneOfThem) {
            group.forEach(this::alone);
        }
    }

    /** After a failure nothing of the group is stored: each work has another try by itself, and its own failure. */
    private void alone(Work<?> work) {
        try {
            jdbi.useTransaction(work::carryOut);
        } catch (RuntimeException e) {
            work.failure = e;
        } catch (Error e) {
            work.failure = new IllegalStateException(e);
        }
        work.ended = true;
    }

    /** One thread's work; its fields are read and written by the holder of the lock alone. */
    private static final class Work<T> {
        private final Function<Handle, T> function;
        private T result;
        private RuntimeException failure;
        private boolean ended;

        Work(Function<Handle, T> function) {
            this.function = function;
        }

        void carryOut(Handle handle) {
            result = function.apply(handle);
        }

        T result() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }
}
