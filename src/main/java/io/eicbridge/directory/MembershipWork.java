package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Decides what a run does to each membership, and carries it out in batches. Published memberships are ended, never deleted;
 * what only an unpublished run began is taken over or deleted.
 */
final class MembershipWork {
    /** One statement for a page: row by row, a page's 500 memberships cost as much as its accounts. */
    private static final String INSERT = "insert into memberships (membership, from_run, seen_run)"
            + " select listed.membership, cast(:run as bigint), cast(:mark as bigint)"
            + " from unnest(cast(:keys as bigint array)) as listed(membership)";

    private static final String BEGIN =
            "update memberships set from_run = ?, to_run = null, seen_run = ? where membership = ?";
    private static final String LAST = "update memberships set to_run = null, seen_run = ? where membership = ?";
    private static final String SEEN = "update memberships set seen_run = ? where membership = ?";
    private static final String END = "update memberships set to_run = ? where membership = ?";
    private static final String DELETE = "delete from memberships where membership = ?";

    private final Writing writing;
    private final boolean byEntitlement;
    private final List<Long> inserted = new ArrayList<>();
    private final List<Object[]> begun = new ArrayList<>();
    private final List<Object[]> lasting = new ArrayList<>();
    private final List<Object[]> doubted = new ArrayList<>();
    private final List<Object[]> ended = new ArrayList<>();
    private final List<Object[]> deleted = new ArrayList<>();
    private final List<Long> told = new ArrayList<>();
    private final List<Membership> again = new ArrayList<>();
    private int unchanged;
    private int seen;
    private int listed;
    private int disbelieved;

    private MembershipWork(Writing writing, boolean byEntitlement) {
        this.writing = writing;
        this.byEntitlement = byEntitlement;
    }

    /** On lists of what accounts hold. */
    static MembershipWork ofAccounts(Writing writing) {
        return new MembershipWork(writing, false);
    }

    /** On members of entitlements: their ends depend on whether this run saw them there. */
    static MembershipWork ofMembers(Writing writing) {
        return new MembershipWork(writing, true);
    }

    /** Intercom lists a membership that was never stored. */
    void found(long key) {
        seen++;
        listed += byEntitlement ? 1 : 0;
        inserted.add(key);
        told.add(key);
    }

    /** Intercom lists a stored membership. */
    void found(Membership stored) {
        boolean first = byEntitlement && stored.seenRun() != writing.run();
        seen += stored.seenBy(writing.run()) ? 0 : 1;
        listed += first ? 1 : 0;
        if (begins(stored)) {
            begun.add(new Object[] {writing.run(), mark(), stored.key()});
            tell(stored);
            return;
        }
        unchanged++;
        if (stored.toRun() != null || first) {
            lasting.add(new Object[] {mark(), stored.key()});
        }
        if (stored.toRun() != null) {
            told.add(stored.key());
        }
    }

    /** What stands as the run that saw it: only what is found among the members of its entitlement counts for their proof. */
    private long mark() {
        return byEntitlement ? writing.run() : -writing.run();
    }

    /** Intercom's search lists a membership that was never stored, or ended, of an account that did not tell it since. */
    void doubted() {
        listed++;
        disbelieved++;
    }

    void doubted(Membership ended) {
        if (ended.seenRun() != writing.run()) {
            doubted();
            doubted.add(new Object[] {writing.run(), ended.key()});
        }
    }

    private void tell(Membership begun) {
        told.add(begun.key());
        if (begun.toRun() != null) {
            again.add(begun);
        }
    }

    /** Intercom no longer lists a stored membership. */
    void missing(Membership stored) {
        if (stored.toRun() == null && writing.hides(stored.fromRun())) {
            deleted.add(new Object[] {stored.key()});
        } else if (stored.toRun() == null || writing.hides(stored.toRun()) && stored.toRun() != writing.run()) {
            ended.add(new Object[] {writing.run(), stored.key()});
            told.add(stored.key());
        }
    }

    /** Published memberships that would end. */
    int ending() {
        return ended.size();
    }

    int size() {
        return inserted.size() + begun.size() + lasting.size() + ended.size() + deleted.size() + doubted.size();
    }

    MembershipChange write(Handle handle) {
        MembershipHistory.keep(handle, again);
        run(handle, DELETE, deleted);
        run(handle, END, ended);
        run(handle, LAST, lasting);
        run(handle, BEGIN, begun);
        run(handle, SEEN, doubted);
        insert(handle);
        ChangeLog.memberships(handle, writing.endpoint(), writing.run(), told);
        return new MembershipChange(inserted.size() + begun.size(), ended.size(), unchanged, seen, listed, disbelieved);
    }

    /** Whether the run begins it anew: it ended for everybody, or only another run that is not published began it. */
    private boolean begins(Membership stored) {
        if (stored.toRun() != null) {
            return !writing.hides(stored.toRun());
        }
        return stored.fromRun() != writing.run() && writing.hides(stored.fromRun());
    }

    private void insert(Handle handle) {
        if (!inserted.isEmpty()) {
            handle.createUpdate(INSERT)
                    .bind("run", writing.run())
                    .bind("mark", mark())
                    .bindArray("keys", Long.class, inserted)
                    .execute();
        }
    }

    private static void run(Handle handle, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Batch batch = new Batch(handle, sql)) {
            rows.forEach(batch::add);
            batch.execute();
        }
    }
}
