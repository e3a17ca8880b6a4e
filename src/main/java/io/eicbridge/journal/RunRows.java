package io.eicbridge.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code runs} as a record. */
final class RunRows implements RowMapper<Run> {
    static final String COLUMNS =
            "run, endpoint, mode, state, dry, started_at, server_started_at, ended_at, publication,"
                    + " workspace_zone, precision_of_dates, scope, mapping, expected, counted_after, requests, reason, report";

    @Override
    public Run map(ResultSet row, StatementContext context) throws SQLException {
        return new Run(
                row.getLong("run"),
                row.getString("endpoint"),
                Mode.of(row.getString("mode")),
                RunState.of(row.getString("state")),
                row.getBoolean("dry"),
                time(row, "started_at"),
                time(row, "server_started_at"),
                time(row, "ended_at"),
                number(row, "publication"),
                row.getString("workspace_zone"),
                row.getString("precision_of_dates"),
                row.getString("scope"),
                row.getString("mapping"),
                number(row, "expected"),
                number(row, "counted_after"),
                row.getLong("requests"),
                row.getString("reason"),
                row.getString("report"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
