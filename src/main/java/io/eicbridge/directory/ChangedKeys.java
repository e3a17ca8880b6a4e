package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The memberships of one type that changed within a window, each once, in the order of their keys: one walk along the index, however many
 * runs changed them.
 */
final class ChangedKeys {
    private static final int FETCHED = 1_000;
    /** What was visible at once has no run and stands under its own negative number. */
    private static final String AT_ONCE = "c.run >= -:to and c.run < -:from";

    private static final String NEXT = "select c.membership from membership_changes c left join runs r on r.run = c.run"
            + " where c.membership > :after and c.membership <= :last and (" + AT_ONCE
            + " or r.published_change > :from and r.published_change <= :to)"
            + " order by c.membership fetch first :limit rows only";
    /** By the window's own runs: what other readers still have to read is not gone through. */
    private static final String COUNT = "select count(*) from (select c.membership from runs r"
            + " join membership_changes c on c.run = r.run where r.endpoint = :endpoint and r.published_change > :from"
            + " and r.published_change <= :to and c.membership > :after and c.membership <= :last"
            + " union select c.membership from membership_changes c where " + AT_ONCE
            + " and c.membership > :after and c.membership <= :last) changed";

    private final Handle handle;
    private final Window window;
    private final long last;
    private long after;

    ChangedKeys(Handle handle, Window window, long after, long last) {
        this.handle = handle;
        this.window = window;
        this.after = after;
        this.last = last;
    }

    /** The next keys, less than {@code limit} only at the end. */
    List<Long> next(int limit) {
        TreeSet<Long> keys = new TreeSet<>();
        boolean more = true;
        while (more && keys.size() < limit) {
            List<Long> fetched = fetch(Math.min(FETCHED, limit - keys.size()));
            keys.addAll(fetched);
            more = !fetched.isEmpty();
        }
        return new ArrayList<>(keys);
    }

    private List<Long> fetch(int limit) {
        List<Long> fetched = handle.createQuery(NEXT)
                .bind("after", after)
                .bind("last", last)
                .bind("from", window.from())
                .bind("to", window.to())
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
        after = fetched.isEmpty() ? last : fetched.get(fetched.size() - 1);
        return fetched;
    }

    /** How many follow. */
    long count(String endpoint) {
        return handle.createQuery(COUNT)
                .bind("endpoint", endpoint)
                .bind("from", window.from())
                .bind("to", window.to())
                .bind("after", after)
                .bind("last", last)
                .mapTo(Long.class)
                .one();
    }
}
