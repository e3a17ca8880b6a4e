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
 * comes first carries out the works that wait as well. While one group is committed the next one is carried out already: where
 * both write the same rows, the database lets it wait.
 */
final class SharedTransactions {
    /** More works than slices that are usually read at the same time. */
    private static final int MOST = 32;

    private final Jdbi jdbi;
    private final Queue<SharedWork<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    SharedTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T> T run(Function<Handle, T> function) {
        SharedWork<T> work = new SharedWork<>(function);
        waiting.add(work);
        while (!work.taken()) {
            SharedGroup group = group(work);
            if (group != null && !group.commit()) {
                eachAlone(group.works());
            }
        }
        return work.result();
    }

    /** The next works, carried out but not committed; none where others have taken the thread's own work meanwhile. */
    private SharedGroup group(SharedWork<?> own) {
        writing.lock();
        try {
            if (own.taken()) {
                return null;
            }
            List<SharedWork<?>> works = next();
            SharedGroup group = SharedGroup.carriedOut(jdbi, works);
            if (group == null) {
                works.forEach(work -> work.alone(jdbi));
            }
            return group;
        } finally {
            writing.unlock();
        }
    }

    /** After a failure nothing of the group is stored: each work has another try by itself, and its own failure. */
    private void eachAlone(List<SharedWork<?>> works) {
        writing.lock();
        try {
            works.forEach(work -> work.alone(jdbi));
        } finally {
            writing.unlock();
        }
    }

    private List<SharedWork<?>> next() {
        List<SharedWork<?>> works = new ArrayList<>();
        for (SharedWork<?> work = waiting.poll(); work != null; work = works.size() < MOST ? waiting.poll() : null) {
            work.take();
            works.add(work);
        }
        return works;
    }
}
