package io.eicbridge.store;

import java.util.Objects;

/** Where the directory's database is and who opens it; an empty user means the database's own default. */
public record StoreSettings(String url, String user, String password) {
    public StoreSettings {
        Objects.requireNonNull(url, "url");
        user = user == null ? "" : user;
        password = password == null ? "" : password;
    }

    /** Whether the database is a file that one process owns. */
    public boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** Without the password, which never reaches a log. */
    @Override
    public String toString() {
        return "StoreSettings[url=" + DatabaseUrl.shown(url) + ", user=" + user + "]";
    }
}
