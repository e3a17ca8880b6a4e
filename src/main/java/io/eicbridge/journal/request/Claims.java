package io.eicbridge.journal.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Which requests may be carried out now, and who does it. Leases run by the clock of the database, which all processes share; times at
 * which something is due are the bridge's own.
 */
public final class Claims {
    private static final RequestRows ROWS = new RequestRows();
    /** What one waits for of another: what goes on, and what came before and is open, unless both are about other entitlements. */
    private static final String BLOCKS = "e.request <> r.request and (e.state = 'running' or e.request < r.request and"
            + " (e.state = 'waiting' and e.due_at is not null or e.state in ('held', 'queued') and (e.entitlement is null"
            + " or r.entitlement is null or e.entitlement = r.entitlement and e.entitlement_type = r.entitlement_type)))";

    /** Members of a team are written all at once: two who read it at the same time would undo each other's change. */
    private static final String TEAMS =
            "select 1 from requests t where t.entitlement_type = 'Team' and t.state = 'running'";

    private static final String DUE = "select " + RequestRows.COLUMNS + " from requests r where r.state = 'waiting'"
            + " and not r.laddered and r.due_at <= :now"
            + " and not exists (select 1 from requests e where e.endpoint = r.endpoint and e.subject = r.subject and "
            + BLOCKS + ")"
            + " and not exists (select 1 from requests e where e.endpoint = r.endpoint and e.name_key = r.name_key"
            + " and (e.operation = 'create' or r.operation = 'create') and " + BLOCKS + ")"
            + " and not exists (select 1 from pauses p where p.kind = '*' or p.kind = r.kind and p.probe_at > :now)"
            + " and (r.entitlement_type is null or r.entitlement_type <> 'Team' or not exists (" + TEAMS + "))"
            + " order by r.due_at, r.request fetch first :limit rows only for update skip locked";

    private final String lease;

    /** Claims under leases of this length, in whole seconds: so long a dead process keeps others waiting. */
    public Claims(Duration lease) {
        this.lease = "current_timestamp + interval '" + lease.toSeconds() + "' second";
    }

    /** Requests that may be carried out at this time, the longest due first; nobody else gets them before the transaction ends. */
    public List<ProvisioningRequest> due(Handle handle, Instant now, int limit) {
        return handle.createQuery(DUE)
                .bind("now", now)
                .bind("limit", limit)
                .map(ROWS)
                .list();
    }

    /** Whether the members of a team are being written by any process, as far as is committed or done in this transaction. */
    public boolean teamIsWritten(Handle handle) {
        return handle.createQuery(TEAMS).mapTo(Integer.class).findFirst().isPresent();
    }

    /** Begins an attempt under a lease of this holder; {@code leader} is the request that carries it out too, null for itself. */
    public void take(Handle handle, long id, String holder, Long leader, Instant now) {
        handle.createUpdate("update requests set state = 'running', attempt = attempt + 1, holder = :holder,"
                        + " lease_until = " + lease + ", merged_into = :leader where request = :id")
                .bind("id", id)
                .bind("holder", holder)
                .bind("leader", leader)
                .execute();
        handle.createUpdate("insert into attempts (request, attempt, holder, started_at)"
                        + " select r.request, r.attempt, r.holder, cast(:now as timestamp with time zone)"
                        + " from requests r where r.request = :id")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    /** Goes on holding what this process works on; a row that is being written just now is left to the next time. */
    public void heartbeat(Handle handle, String holder, Collection<Long> ids) {
        List<Long> held = handle.createQuery("select request from requests where state = 'running'"
                        + " and holder = :holder and request = any(:ids) for update skip locked")
                .bind("holder", holder)
                .bindArray("ids", Long.class, ids)
                .mapTo(Long.class)
                .list();
        handle.createUpdate("update requests set lease_until = " + lease + " where request = any(:ids)")
                .bindArray("ids", Long.class, held)
                .execute();
    }

    /** Whether this attempt is still the holder's. */
    public boolean confirm(Handle handle, long id, int attempt, String holder) {
        return handle.createQuery("select 1 from requests r where r.request = :id and r.state = 'running'"
                        + " and r.attempt = :attempt and r.holder = :holder")
                .bind("id", id)
                .bind("attempt", attempt)
                .bind("holder", holder)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Makes what dead processes left due again, and ends their attempts; returns how many there were. */
    public int takeOver(Handle handle, Instant now) {
        return free(handle, "lease_until < current_timestamp", now);
    }

    /** The same for everything: at the start of a process that owns the whole database, where every other holder is dead. */
    public int takeOverAll(Handle handle, Instant now) {
        return free(handle, "1 = 1", now);
    }

    private static int free(Handle handle, String which, Instant now) {
        List<Long> left = handle.createQuery(
                        "select request from requests where state = 'running' and " + which + " for update skip locked")
                .mapTo(Long.class)
                .list();
        handle.createUpdate("update attempts set outcome = 'interrupted', ended_at = :now, reason = :reason"
                        + " where request = any(:ids) and outcome is null")
                .bind("now", now)
                .bind("reason", "The process that made this attempt ended or lost its connection to the database.")
                .bindArray("ids", Long.class, left)
                .execute();
        return handle.createUpdate("update requests set state = 'waiting', due_at = :now, laddered = false,"
                        + " merged_into = null, holder = null, lease_until = null where request = any(:ids)")
                .bind("now", now)
                .bindArray("ids", Long.class, left)
                .execute();
    }
}
