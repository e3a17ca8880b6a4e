package io.eicbridge.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jdbi.v3.core.Handle;

/** The memberships of one type that some runs changed, each once, in the order of their keys: one stretch of the index for each run, merged. */
final class ChangedKeys {
    private static final int FETCHED = 1_000;
    private static final String NEXT =
            "select membership from membership_changes where run = :run and membership > :after"
                    + " and membership <= :last order by membership fetch first :limit rows only";

    private final Handle handle;
    private final long last;
    private final PriorityQueue<Reader> readers = new PriorityQueue<>(Comparator.comparingLong(Reader::head));

    ChangedKeys(Handle handle, List<Long> runs, long after, long last) {
        this.handle = handle;
        this.last = last;
        runs.forEach(run -> enqueue(new Reader(run, after)));
    }

    /** The next keys, less than {@code limit} only at the end. */
    List<Long> next(int limit) {
        List<Long> keys = new ArrayList<>();
        while (keys.size() < limit && !readers.isEmpty()) {
            Reader reader = readers.poll();
            long key = reader.take();
            if (keys.isEmpty() || keys.get(keys.size() - 1) != key) {
                keys.add(key);
            }
            enqueue(reader);
        }
        return keys;
    }

    private void enqueue(Reader reader) {
        if (reader.more()) {
            readers.add(reader);
        }
    }

    private final class Reader {
        private final long run;
        private final Deque<Long> fetched = new ArrayDeque<>();
        private long at;

        Reader(long run, long after) {
            this.run = run;
            this.at = after;
        }

        boolean more() {
            if (fetched.isEmpty()) {
                fetched.addAll(handle.createQuery(NEXT)
                        .bind("run", run)
                        .bind("after", at)
                        .bind("last", last)
                        .bind("limit", FETCHED)
                        .mapTo(Long.class)
                        .list());
            }
            return !fetched.isEmpty();
        }

        long head() {
            return fetched.peek();
        }

        long take() {
            at = fetched.poll();
            return at;
        }
    }
}
