package io.eicbridge.journal.request;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was asked after a request about the same account: it may take the request's place. */
public final class LaterRequests {
    private static final RequestRows ROWS = new RequestRows();
    private static final String SELECT = "select " + RequestRows.COLUMNS
            + " from requests r join requests e on e.request = :id where r.endpoint = e.endpoint and r.subject = e.subject"
            + " and r.request > e.request and ";

    private static final String SAME_SUBJECT = "r.subject = e.subject"
            + " and coalesce(r.entitlement, '') = coalesce(e.entitlement, '')"
            + " and coalesce(r.entitlement_type, '') = coalesce(e.entitlement_type, '')";
    private static final String SAME_NAME = "e.operation = 'create' and r.name_key = e.name_key"
            + " and r.operation in ('create', 'enable', 'disable', 'remove')";

    /** Those that succeeded or may still be carried out, in their order, at most so many. */
    public List<ProvisioningRequest> open(Handle handle, long id, int limit) {
        return handle.createQuery(SELECT + "r.state in ('waiting', 'running', 'held', 'queued', 'succeeded')"
                        + " order by r.request fetch first :limit rows only")
                .bind("id", id)
                .bind("limit", limit)
                .map(ROWS)
                .list();
    }

    /**
     * The newest one about the same account and entitlement that succeeded; 0 for none. A create has no account yet: it is compared by its
     * name with other creates and with what was asked by that name.
     */
    public long succeeded(Handle handle, long id) {
        return Math.max(newest(handle, id, SAME_SUBJECT), newest(handle, id, SAME_NAME));
    }

    private static long newest(Handle handle, long id, String same) {
        return handle.createQuery("select coalesce(max(r.request), 0) from requests r join requests e"
                        + " on e.request = :id where r.endpoint = e.endpoint and r.request > e.request"
                        + " and r.state = 'succeeded' and " + same)
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    /** Those that name their account as the create {@code id} does, and may still be carried out. */
    public List<ProvisioningRequest> ofCreate(Handle handle, long id) {
        return handle.createQuery("select " + RequestRows.COLUMNS + " from requests r join requests e"
                        + " on e.request = :id where r.endpoint = e.endpoint and r.name_key = e.name_key"
                        + " and lower(r.account) = e.name_key and r.request > e.request"
                        + " and r.state in ('waiting', 'held') order by r.request for update")
                .bind("id", id)
                .map(ROWS)
                .list();
    }

    /** Gives them the id that the create has brought about. */
    public void adopt(Handle handle, long create, String accountId) {
        List<Long> ids =
                ofCreate(handle, create).stream().map(ProvisioningRequest::id).toList();
        handle.createUpdate("update requests set account_id = :account, subject = :account where request = any(:ids)")
                .bind("account", accountId)
                .bindArray("ids", Long.class, ids)
                .execute();
    }
}
