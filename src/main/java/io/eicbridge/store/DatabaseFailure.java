package io.eicbridge.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;

/**
 * What the database could not do, in words without any value: messages of drivers and of Jdbi quote what a statement was given,
 * personal data among it, and failures are logged and kept as reasons of runs.
 */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The failure as it may be shown; one that is none of a statement stays as it is. */
    static RuntimeException bare(RuntimeException failure) {
        SQLException told =
                failure instanceof JdbiException && !(failure instanceof ConnectionException) ? deepest(failure) : null;
        return told == null ? failure : new DatabaseFailure(withoutValues(told));
    }

    /** A batch tells what its driver said only as the next of its exceptions. */
    private static SQLException deepest(Throwable failure) {
        SQLException found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            found = at instanceof SQLException sql ? sql : found;
        }
        while (found != null && found.getNextException() != null) {
            found = found.getNextException();
        }
        return found;
    }

    private static SQLException withoutValues(SQLException told) {
        String state = String.valueOf(told.getSQLState());
        String words = "The database failed: " + words(told, state) + " (SQL state " + state + ", code "
                + told.getErrorCode() + ").";
        SQLException bare = told instanceof SQLTransientException
                ? new SQLTransientException(words, state, told.getErrorCode())
                : new SQLException(words, state, told.getErrorCode());
        bare.setStackTrace(told.getStackTrace());
        return bare;
    }

    /** Further lines hold details, which are values and statements. */
    private static String words(SQLException told, String state) {
        if (state.startsWith("22")) {
            return "it refused a value";
        }
        if (state.startsWith("23")) {
            return "a row contradicts another one or a rule";
        }
        return String.valueOf(told.getMessage()).split("\\R", 2)[0].replace("; SQL statement:", "");
    }
}
