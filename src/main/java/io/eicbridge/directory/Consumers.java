package io.eicbridge.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far each consumer has read each list of an endpoint: positions go forwards only, and only to where a whole delta was read. */
public final class Consumers {
    private static final String OF = " where endpoint = :endpoint and list_name = :list and consumer = :consumer";

    /** The newest change of an endpoint, and the run whose published state goes with it. */
    public record Newest(long change, long run) {}

    /** One list as one consumer reads it. */
    public record Reading(String endpoint, String list, String consumer) {}

    /** What can be read now; none before the endpoint's first complete run. */
    public Optional<Newest> newest(Handle handle, String endpoint) {
        return handle.createQuery("select changes, published_run from endpoints where endpoint = :endpoint"
                        + " and published_run is not null and complete_run is not null")
                .bind("endpoint", endpoint)
                .map((row, context) -> new Newest(row.getLong(1), row.getLong(2)))
                .findOne();
    }

    /** The number up to which the consumer has read, 0 for nothing. */
    public long position(Handle handle, Reading reading) {
        return handle.createQuery("select reached from consumers" + OF)
                .bindMethods(reading)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** The changes between two numbers. */
    public Window window(Handle handle, String endpoint, long from, long to) {
        long shown = handle.createQuery("select coalesce(max(published_count), 0) from runs"
                        + " where endpoint = :endpoint and published_change <= :from")
                .bind("endpoint", endpoint)
                .bind("from", from)
                .mapTo(Long.class)
                .one();
        return new Window(from, to, shown);
    }

    /**
     * Begins a pull and returns the number from which it reads, 0 for everything. Whoever begins with everything is known from
     * then on, so that no change is removed before it has read it: ask for {@link #newest} in a later transaction than this.
     */
    public long begin(Handle handle, Reading reading, Instant now) {
        long reached = position(handle, reading);
        if (reached == 0 && !renewed(handle, reading, now) && !goesOn(handle, reading, now)) {
            handle.createUpdate("insert into consumers (endpoint, list_name, consumer, reached, began, moved_at)"
                            + " select endpoint, cast(:list as varchar), cast(:consumer as varchar), 0, changes,"
                            + " cast(:now as timestamp with time zone) from endpoints where endpoint = :endpoint"
                            + " on conflict do nothing")
                    .bindMethods(reading)
                    .bind("now", now)
                    .execute();
        }
        return reached;
    }

    /** One that had expired begins anew. */
    private static boolean renewed(Handle handle, Reading reading, Instant now) {
        return handle.createUpdate("update consumers set expired_at = null, moved_at = :now,"
                                + " began = (select e.changes from endpoints e where e.endpoint = :endpoint)" + OF
                                + " and expired_at is not null")
                        .bindMethods(reading)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** A first pull that is begun again is a sign of life. */
    private static boolean goesOn(Handle handle, Reading reading, Instant now) {
        return handle.createUpdate("update consumers set moved_at = :now" + OF)
                        .bindMethods(reading)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /**
     * Moves a consumer to the end of a delta that it has read. One that was reset or expired meanwhile stays at its beginning,
     * and one that another pull has moved further stays there.
     */
    public void move(Handle handle, Reading reading, long from, long to, Instant now) {
        handle.createUpdate("update consumers set reached = :to, moved_at = :now" + OF
                        + " and reached >= :from and reached <= :to and began <= :to and expired_at is null")
                .bindMethods(reading)
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .execute();
    }

    /** Lets lists expire that a consumer began or read to the end before a time and not since; its next pull of them gives everything. */
    public List<Reading> expire(Handle handle, String endpoint, Instant before, Instant now) {
        List<Reading> expired = handle.createQuery("select endpoint, list_name, consumer from consumers"
                        + " where endpoint = :endpoint and expired_at is null and moved_at < :before"
                        + " order by consumer, list_name for update")
                .bind("endpoint", endpoint)
                .bind("before", before)
                .map((row, context) -> new Reading(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        expired.forEach(reading -> handle.createUpdate("update consumers set reached = 0, expired_at = :now" + OF)
                .bindMethods(reading)
                .bind("now", now)
                .execute());
        return expired;
    }

    /** Every position, by consumer, endpoint and list. */
    public List<ConsumerPosition> list(Handle handle) {
        return handle.createQuery("select c.consumer, c.endpoint, c.list_name, c.moved_at, e.changes - c.reached,"
                        + " case when c.expired_at is not null then 'expired' when c.reached = 0 then 'begins' else 'reads' end"
                        + " from consumers c join endpoints e on e.endpoint = c.endpoint"
                        + " order by c.consumer, c.endpoint, c.list_name")
                .map((row, context) -> new ConsumerPosition(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, 4, context),
                        row.getLong(5),
                        row.getString(6)))
                .list();
    }

    /** Forgets positions of a consumer, of one endpoint or of all where it is empty: its next pulls give everything. Returns how many there were. */
    public int reset(Handle handle, String consumer, String endpoint) {
        return handle.createUpdate(
                        "delete from consumers where consumer = :consumer and (:endpoint = '' or endpoint = :endpoint)")
                .bind("consumer", consumer)
                .bind("endpoint", endpoint)
                .execute();
    }

    /** The number up to which every consumer has read the lists of these names, the newest where there is none; expired ones do not count. */
    static long readByAll(Handle handle, String endpoint, String lists) {
        return handle.createQuery(
                        "select coalesce(min(greatest(c.reached, c.began)), max(e.changes), 0) from endpoints e"
                                + " left join consumers c on c.endpoint = e.endpoint and c.list_name like :lists"
                                + " and c.expired_at is null where e.endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .bind("lists", lists)
                .mapTo(Long.class)
                .one();
    }

    /** Deletes what every consumer has read of changed memberships; without consumers all of it, as a new one begins with everything. Returns the rows. */
    public int purgeRead(Handle handle, String endpoint) {
        long read = readByAll(handle, endpoint, "memberships/%");
        int rows = handle.createUpdate("delete from membership_changes where run in (select run from runs"
                        + " where endpoint = :endpoint and published_change <= :read)")
                .bind("endpoint", endpoint)
                .bind("read", read)
                .execute();
        for (int type : EntitlementTypes.of(handle, endpoint)) {
            rows += handle.createUpdate("delete from membership_changes where run < 0 and run >= -:read"
                            + " and membership > :first and membership <= :last")
                    .bind("read", read)
                    .bind("first", PackedKey.firstMembership(type, 0))
                    .bind("last", PackedKey.lastMembership(type, PackedKey.PLACES))
                    .execute();
        }
        return rows;
    }
}
