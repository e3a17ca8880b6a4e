package io.eicbridge.store;

import io.eicbridge.failure.Configuration;
import java.sql.SQLException;
import java.util.Set;

/** Says in words why a database could not be opened, and what to do. */
final class OpeningFailures {
    private static final int H2_ALREADY_OPEN = 90020;
    /** What H2 calls an IO exception, or a file that it cannot make, rename or delete. */
    private static final Set<Integer> H2_FILE = Set.of(90024, 90025, 90028, 90031, 90062);

    private OpeningFailures() {}

    static Configuration explain(StoreSettings settings, Throwable failure) {
        SQLException cause = sqlCause(failure);
        Configuration told = new Configuration("The database " + DatabaseUrl.shown(settings.url())
                + " of the property \"directory.url\" could not be opened: " + reason(settings, cause, failure));
        told.addSuppressed(failure);
        return told;
    }

    private static SQLException sqlCause(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException found && found.getSQLState() != null) {
                return found;
            }
        }
        return null;
    }

    private static String reason(StoreSettings settings, SQLException cause, Throwable failure) {
        if (cause == null) {
            return failure.getMessage();
        }
        if (cause.getErrorCode() == H2_ALREADY_OPEN) {
            return "another program has it open. Stop it first. Where it is a bridge, commands that have its"
                    + " \"bridge.port\" go to it instead.";
        }
        if (H2_FILE.contains(cause.getErrorCode())) {
            return "its file cannot be read or written. Give a path in \"directory.url\" that this user may write, and see"
                    + " that the disk is not full.";
        }
        return switch (cause.getSQLState()) {
            case "28000", "28P01" ->
                "it refuses the user \"" + settings.user()
                        + "\" or the password; check \"directory.user\" and \"directory.password\"";
            case "3D000" -> "the server has no database of that name; create it first";
            case "08001", "08004", "08006" -> "its server does not answer; check host and port and that it runs";
            default -> cause.getMessage();
        };
    }
}
