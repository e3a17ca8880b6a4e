package io.eicbridge.journal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was sent, answered and decided, in the order in which it happened; entries are added and never changed. */
public final class Audit {
    private static final int LONGEST_PLACE = 1000;
    private static final int LONGEST_METHOD = 10;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_BODY = 1_000_000;

    /** Adds entries in their order. */
    public void add(Handle handle, Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into audit (request, attempt, noted_at, who, event, method,"
                + " place, status, body, reason, intercom_request_id) values (:request, :attempt, :at, :who, :event,"
                + " :method, :place, :status, :body, :reason, :requestId)");
        entries.forEach(entry -> bind(batch, entry));
        batch.execute();
    }

    private static void bind(PreparedBatch batch, AuditEntry entry) {
        batch.bind("request", entry.request())
                .bind("attempt", entry.attempt())
                .bind("at", entry.at())
                .bind("who", Attempts.cut(entry.who(), LONGEST_ID))
                .bind("event", entry.event())
                .bind("method", Attempts.cut(entry.method(), LONGEST_METHOD))
                .bind("place", Attempts.cut(entry.place(), LONGEST_PLACE))
                .bind("status", entry.status())
                .bind("body", Attempts.cut(entry.body(), LONGEST_BODY))
                .bind("reason", Attempts.cut(entry.reason()))
                .bind("requestId", Attempts.cut(entry.intercomRequestId(), LONGEST_ID))
                .add();
    }

    /** The newest entries of a request, at most so many, the first one first. */
    public List<AuditEntry> of(Handle handle, long request, int limit) {
        return handle.createQuery("select entry, request, attempt, noted_at, who, event, method, place, status, body,"
                        + " reason, intercom_request_id from (select * from audit where request = :request"
                        + " order by entry desc fetch first :limit rows only) newest order by entry")
                .bind("request", request)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        Integer answered = row.wasNull() ? null : status;
        return new AuditEntry(
                row.getLong("entry"),
                row.getLong("request"),
                row.getInt("attempt"),
                RequestRows.time(row, "noted_at"),
                row.getString("who"),
                row.getString("event"),
                row.getString("method"),
                row.getString("place"),
                answered,
                row.getString("body"),
                row.getString("reason"),
                row.getString("intercom_request_id"));
    }
}
