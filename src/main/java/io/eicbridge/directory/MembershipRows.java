package io.eicbridge.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads stored memberships by key, in key order. */
final class MembershipRows {
    private static final String SELECT = "select membership, from_run, to_run, seen_run from memberships ";
    /** The entitlement's place; {@code mod} is the same in both databases, operators on bits are not. */
    private static final String PLACE = "mod(membership, " + (PackedKey.PLACES + 1) + ")";

    private static final String COUNT = "select " + PLACE + ", count(*) from memberships"
            + " where membership >= :first and membership <= :last and from_run <> all(:others)"
            + " and (to_run is null or to_run = any(:others)) group by " + PLACE;
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

    /** Memberships of the entitlements at these places that nobody saw since the run began. */
    static List<Membership> unseen(Handle handle, long after, long last, long run, Collection<Long> places, int limit) {
        return handle.createQuery(SELECT + "where membership > :after and membership <= :last and abs(seen_run) < :run"
                        + " and " + PLACE + " = any(:places) order by membership fetch first :limit rows only")
                .bind("after", after)
                .bind("last", last)
                .bind("run", run)
                .bindArray("places", Long.class, places)
                .bind("limit", limit)
                .map(MEMBERSHIP)
                .list();
    }

    /** How many of those last. */
    static long countUnseen(Handle handle, TypeRow type, long run, Collection<Long> places) {
        return handle.createQuery("select count(*) from memberships where membership >= :first"
                        + " and membership <= :last and to_run is null and abs(seen_run) < :run and " + PLACE
                        + " = any(:places)")
                .bind("first", PackedKey.firstMembership(type.no(), 0))
                .bind("last", PackedKey.lastMembership(type.no(), PackedKey.PLACES))
                .bind("run", run)
                .bindArray("places", Long.class, places)
                .mapTo(Long.class)
                .one();
    }

    /** Marks memberships that the run has not seen as told by their account. */
    static void seen(Handle handle, long run, Collection<Long> keys) {
        handle.createUpdate("update memberships set seen_run = -cast(:run as bigint)"
                        + " where membership = any(:keys) and abs(seen_run) < :run")
                .bind("run", run)
                .bindArray("keys", Long.class, keys)
                .execute();
    }

    /** How many memberships each entitlement of a type has that are published, or that the writing run itself began. */
    static Map<Long, Long> countByEntitlement(Handle handle, TypeRow type, Writing writing) {
        Set<Long> others = new HashSet<>(writing.hidden());
        others.remove(writing.run());
        Map<Long, Long> counts = new HashMap<>();
        handle.createQuery(COUNT)
                .bind("first", PackedKey.firstMembership(type.no(), 0))
                .bind("last", PackedKey.lastMembership(type.no(), PackedKey.PLACES))
                .bindArray("others", Long.class, others)
                .map((row, context) -> Map.entry(type.entitlement(row.getLong(1)), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    static List<Membership> of(Handle handle, Collection<Long> keys) {
        return handle.createQuery(SELECT + "where membership = any(:keys)")
                .bindArray("keys", Long.class, keys)
                .map(MEMBERSHIP)
                .list();
    }
}
