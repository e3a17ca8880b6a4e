package io.eicbridge.directory;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads stored memberships by key, in key order. */
final class MembershipRows {
    private static final String SELECT = "select membership, from_run, to_run, seen_run from memberships ";
    private static final RowMapper<Membership> MEMBERSHIP = (row, context) -> {
        long ended = row.getLong(3);
        Long toRun = row.wasNull() ? null : ended;
        return new Membership(row.getLong(1), row.getLong(2), toRun, row.getLong(4));
    };

    private MembershipRows() {}

    static List<Membership> between(Handle handle, long first, long last) {
        return handle.createQuery(SELECT + "where membership >= :first and membership <= :last order by membership")
                .bind("first", first)
                .bind("last", last)
                .map(MEMBERSHIP)
                .list();
    }

    static List<Membership> after(Handle handle, long after, long last, int limit) {
        return handle.createQuery(SELECT + "where membership > :after and membership <= :last"
                        + " order by membership fetch first :limit rows only")
                .bind("after", after)
                .bind("last", last)
                .bind("limit", limit)
                .map(MEMBERSHIP)
                .list();
    }

    static List<Membership> of(Handle handle, Collection<Long> keys) {
        return handle.createQuery(SELECT + "where membership = any(:keys)")
                .bindArray("keys", Long.class, keys)
                .map(MEMBERSHIP)
                .list();
    }
}
