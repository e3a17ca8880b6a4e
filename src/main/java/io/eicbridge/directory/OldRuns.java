package io.eicbridge.directory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Finds runs that ended long ago and that nothing refers to any more. A run without a row counts as published, so that one must never
 * go that hides anything, and none of which a consumer has still to be told.
 */
public final class OldRuns {
    private static final String OLD = "select r.run from runs r where r.endpoint = :endpoint and r.run < :open"
            + " and coalesce(r.ended_at, r.started_at) < case r.mode when 'targeted'"
            + " then cast(:targeted as timestamp with time zone) else cast(:others as timestamp with time zone) end"
            + " and (r.dry = true or r.state not in ('running', 'held') and r.swept = true"
            + " or r.publication is not null and r.published_change < :needed)";
    private static final String NOT_THE_LAST = " and r.run not in (select max(run) from runs where endpoint = :endpoint"
            + " and dry = false group by mode, state) and r.run not in"
            + " (select coalesce(published_run, 0) from endpoints where endpoint = :endpoint"
            + " union all select coalesce(complete_run, 0) from endpoints where endpoint = :endpoint"
            + " union all select run from watermarks where endpoint = :endpoint)"
            + " and not exists (select 1 from hints h where h.endpoint = r.endpoint and h.run = r.run)";
    private static final String OLDEST_OPEN = "select coalesce(min(run), " + Long.MAX_VALUE + ") from runs"
            + " where endpoint = :endpoint and dry = false and state in ('running', 'held')";
    private static final String LAST_READ = "select coalesce(max(published_change), 0) from runs"
            + " where endpoint = :endpoint and published_change <= :read";

    /** Runs that ended before these times are old; of targeted ones there may be thousands a day. */
    public record Before(Instant targeted, Instant others) {}

    /** The runs that may go, the oldest first; it reads all memberships of the endpoint where there are any. */
    public List<Long> find(Handle handle, String endpoint, Before before) {
        List<Long> old = handle.createQuery(OLD + NOT_THE_LAST + " order by r.run")
                .bind("endpoint", endpoint)
                .bind("open", oldestOpen(handle, endpoint))
                .bind("needed", needed(handle, endpoint))
                .bind("targeted", before.targeted())
                .bind("others", before.others())
                .mapTo(Long.class)
                .list();
        Set<Long> named = old.isEmpty() ? Set.of() : named(handle, endpoint);
        return old.stream().filter(run -> !named.contains(run)).toList();
    }

    /** What is published late is compared with all that came after it began. */
    private static long oldestOpen(Handle handle, String endpoint) {
        return handle.createQuery(OLDEST_OPEN)
                .bind("endpoint", endpoint)
                .mapTo(Long.class)
                .one();
    }

    /** The last publication that every consumer has read tells how many accounts they know; nothing before it is asked for. */
    private static long needed(Handle handle, String endpoint) {
        return handle.createQuery(LAST_READ)
                .bind("endpoint", endpoint)
                .bind("read", Consumers.readByAll(handle, endpoint, "%"))
                .mapTo(Long.class)
                .one();
    }

    /** Runs that the history names. What a membership's earlier times are is kept after the membership itself, and so is read after it. */
    private static Set<Long> named(Handle handle, String endpoint) {
        Set<Long> named = new HashSet<>();
        for (int type : EntitlementTypes.of(handle, endpoint)) {
            List.of("memberships", "membership_history")
                    .forEach(table -> handle.createQuery("select distinct from_run, coalesce(to_run, from_run) from "
                                    + table + " where membership > :first and membership <= :last")
                            .bind("first", PackedKey.firstMembership(type, 0))
                            .bind("last", PackedKey.lastMembership(type, PackedKey.PLACES))
                            .map((row, context) -> named.add(row.getLong(1)) | named.add(row.getLong(2)))
                            .list());
        }
        Endpoints.find(handle, endpoint).ifPresent(row -> named.addAll(ofAccounts(handle, row)));
        return named;
    }

    private static List<Long> ofAccounts(Handle handle, EndpointRow row) {
        return handle.createQuery("select first_run from accounts where account >= :first and account <= :last"
                        + " union select run from account_history where account >= :first and account <= :last"
                        + " and run is not null")
                .bind("first", row.account(1))
                .bind("last", row.account(row.accounts()))
                .mapTo(Long.class)
                .list();
    }

    /** Takes note that these runs are about to be deleted, in that transaction: states that were published before them are no longer given. */
    public void forget(Handle handle, String endpoint, List<Long> runs) {
        Endpoints.lock(handle, endpoint);
        handle.createUpdate("update endpoints set forgotten = greatest(forgotten,"
                        + " (select coalesce(max(publication), 0) from runs where run = any(:runs)))"
                        + " where endpoint = :endpoint")
                .bind("endpoint", endpoint)
                .bindArray("runs", Long.class, runs)
                .execute();
    }
}
