package io.eicbridge.directory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Rows of one statement that go to the database together: plain JDBC, because pages are the hot path. */
final class Batch implements AutoCloseable {
    private final PreparedStatement statement;
    private int rows;

    Batch(Handle handle, String sql) {
        try {
            statement = handle.getConnection().prepareStatement(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void add(Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1, values[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : values[i]);
            }
            statement.addBatch();
            rows++;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    int execute() {
        try {
            if (rows > 0) {
                statement.executeBatch();
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static UnableToExecuteStatementException failed(SQLException cause) {
        return new UnableToExecuteStatementException(cause, null);
    }
}
