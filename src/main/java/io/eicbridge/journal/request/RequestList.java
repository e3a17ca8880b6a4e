package io.eicbridge.journal.request;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lists of requests, for people. */
public final class RequestList {
    private static final RequestRows ROWS = new RequestRows();

    /** The newest first. */
    public List<ProvisioningRequest> list(Handle handle, RequestQuery query) {
        return handle.createQuery("select " + RequestRows.COLUMNS + " from requests r where 1 = 1" + query.conditions()
                        + " order by r.request desc fetch first :limit rows only")
                .bindMap(query.values())
                .bind("limit", query.limit())
                .map(ROWS)
                .list();
    }

    /** How many there are, whatever the limit. */
    public long count(Handle handle, RequestQuery query) {
        return handle.createQuery("select count(*) from requests r where 1 = 1" + query.conditions())
                .bindMap(query.values())
                .mapTo(Long.class)
                .one();
    }

    /** Steps that a request has begun, in their order. */
    public List<Intent> steps(Handle handle, long request) {
        return handle.createQuery("select step, detail, result, begun_at from request_steps"
                        + " where request = :request order by begun_at, step")
                .bind("request", request)
                .map((row, context) -> new Intent(
                        row.getString("step"),
                        row.getString("detail"),
                        row.getString("result"),
                        RequestRows.time(row, "begun_at")))
                .list();
    }
}
