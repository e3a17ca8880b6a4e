package io.eicbridge.journal.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The requests themselves: written when they are accepted, found by their number or their key. */
public final class Requests {
    private static final RequestRows ROWS = new RequestRows();
    private static final String SELECT = "select " + RequestRows.COLUMNS + " from requests r where ";
    private final Clock clock;

    /** Requests by this clock. */
    public Requests(Clock clock) {
        this.clock = clock;
    }

    /** Journals a request that is due at once; empty where its caller has used the key on this endpoint before. */
    public Optional<ProvisioningRequest> insert(Handle handle, NewRequest asked) {
        Update insert = handle.createUpdate("insert into requests (endpoint, caller, request_key, operation, account,"
                + " entitlement_type, entitlement, owner, bindings, subject, name_key, kind, state, created_at,"
                + " due_at) values (:endpoint, :caller, :key, :operation, :account, :type, :entitlement, :owner,"
                + " :bindings, :subject, :name, :kind, 'waiting', :now, :now) on conflict do nothing");
        int inserted = AskedBinding.bind(insert, asked)
                .bind("endpoint", asked.endpoint())
                .bind("caller", asked.caller())
                .bind("key", asked.key())
                .bind("now", clock.instant())
                .execute();
        return inserted == 1 ? byKey(handle, asked) : Optional.empty();
    }

    /** The request that the caller of {@code asked} made on its endpoint under the same key. */
    public Optional<ProvisioningRequest> byKey(Handle handle, NewRequest asked) {
        return handle.createQuery(SELECT + "r.endpoint = :endpoint and r.caller = :caller and r.request_key = :key")
                .bind("endpoint", asked.endpoint())
                .bind("caller", asked.caller())
                .bind("key", asked.key())
                .map(ROWS)
                .findOne();
    }

    /** The same, which nobody else changes before the transaction ends. */
    public Optional<ProvisioningRequest> lock(Handle handle, long id) {
        return handle.createQuery(SELECT + "r.request = :id for update")
                .bind("id", id)
                .map(ROWS)
                .findOne();
    }

    /** The request of a number. */
    public Optional<ProvisioningRequest> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "r.request = :id")
                .bind("id", id)
                .map(ROWS)
                .findOne();
    }

    /** Makes a request due now that had failed or waited for its caller, as it is asked now, with a ladder of its own. */
    public void again(Handle handle, long id, NewRequest asked) {
        Update update = handle.createUpdate("update requests set operation = :operation, account = :account,"
                + " entitlement_type = :type, entitlement = :entitlement, owner = :owner, bindings = :bindings,"
                + " subject = :subject, name_key = :name, kind = :kind, state = 'waiting', laddered = false, tries = 0,"
                + " merged_into = null, due_at = :now, ended_at = null, reason = null, intercom_request_id = null,"
                + " message = null where request = :id");
        AskedBinding.bind(update, asked)
                .bind("id", id)
                .bind("now", clock.instant())
                .execute();
    }

    /** Nothing runs until the caller calls again. */
    public void leaveToCaller(Handle handle, long id, String reason) {
        handle.createUpdate("update requests set due_at = null, reason = :reason where request = :id")
                .bind("reason", Attempts.cut(reason))
                .bind("id", id)
                .execute();
    }

    /** The bridge repeats an open request from now on, because its caller will only look how it goes. */
    public void leaveToBridge(Handle handle, long id) {
        handle.createUpdate(
                        "update requests set owner = 'bridge', due_at = case when state = 'waiting' and due_at is null"
                                + " then cast(:now as timestamp with time zone) else due_at end"
                                + " where request = :id and state in ('waiting', 'running')")
                .bind("now", clock.instant())
                .bind("id", id)
                .execute();
    }

    /** Requests whose caller has not called since a time, and for which nothing runs until it does; at most so many. */
    public List<ProvisioningRequest> abandoned(Handle handle, Instant before, int limit) {
        return handle.createQuery(SELECT + "r.state = 'waiting' and r.due_at is null and r.created_at < :before"
                        + " and not exists (select 1 from attempts a where a.request = r.request"
                        + " and a.started_at >= :before) order by r.request fetch first :limit rows only"
                        + " for update skip locked")
                .bind("before", before)
                .bind("limit", limit)
                .map(ROWS)
                .list();
    }

    /** It is too late for the request: nothing runs any more. */
    public void overtaken(Handle handle, long id, String reason) {
        handle.createUpdate(
                        "update requests set state = 'rejected', due_at = null, ended_at = coalesce(ended_at, :now),"
                                + " reason = :reason where request = :id")
                .bind("now", clock.instant())
                .bind("reason", Attempts.cut(reason))
                .bind("id", id)
                .execute();
    }
}
