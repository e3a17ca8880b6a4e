package io.eicbridge.store;

import io.eicbridge.failure.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Keeps the file of an embedded database, which is full of personal data, from everybody but its owner. */
final class OwnersFile {
    private static final String ENDING = ".mv.db";

    private OwnersFile() {}

    /** Where the file system knows owners; a database in memory or on a server has no file here. */
    static void protect(DataSource source, StoreSettings settings) {
        if (!settings.embedded()) {
            return;
        }
        try {
            restrict(path(source));
        } catch (IOException | SQLException e) {
            throw new Configuration("The permissions of the database " + DatabaseUrl.shown(settings.url())
                    + " could not be set: " + e.getMessage() + ". Let the user of the program own its file.");
        }
    }

    private static String path(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database_path()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void restrict(String path) throws IOException {
        if (path == null || !Files.exists(Path.of(path + ENDING))) {
            return;
        }
        PosixFileAttributeView file = Files.getFileAttributeView(Path.of(path + ENDING), PosixFileAttributeView.class);
        if (file != null) {
            file.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
