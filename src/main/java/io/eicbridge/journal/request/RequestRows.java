package io.eicbridge.journal.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code requests} as a record. */
final class RequestRows implements RowMapper<ProvisioningRequest> {
    static final String COLUMNS = "r.request, r.endpoint, r.caller, r.request_key, r.operation, r.account,"
            + " r.entitlement_type, r.entitlement, r.owner, r.bindings, r.state, r.attempt, r.tries, r.created_at,"
            + " r.due_at, r.ended_at, r.reason, r.intercom_request_id, r.account_id, r.message";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public ProvisioningRequest map(ResultSet row, StatementContext context) throws SQLException {
        return new ProvisioningRequest(
                row.getLong("request"),
                asked(row),
                RequestState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                row.getInt("tries"),
                time(row, "created_at"),
                time(row, "due_at"),
                time(row, "ended_at"),
                row.getString("reason"),
                row.getString("intercom_request_id"),
                row.getString("account_id"),
                row.getString("message"));
    }

    private static NewRequest asked(ResultSet row) throws SQLException {
        return new NewRequest(
                row.getString("endpoint"),
                row.getString("caller"),
                row.getString("request_key"),
                Operation.of(row.getString("operation")).orElseThrow(),
                row.getString("account"),
                row.getString("entitlement_type"),
                row.getString("entitlement"),
                RetryOwner.of(row.getString("owner")),
                bindings(row.getString("bindings")));
    }

    private static ObjectNode bindings(String text) {
        try {
            return text == null ? JsonNodeFactory.instance.objectNode() : JSON.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The bindings of a request are no JSON object", damaged);
        }
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
