package io.eicbridge.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The last login of each teammate, which only a log tells that is not read from its beginning every time. */
public final class Logins {

    /** All logins by the teammate's id. */
    public Map<String, Instant> all(Handle handle) {
        Map<String, Instant> all = new HashMap<>();
        handle.createQuery("select account_id, logged_in_at from logins")
                .map((row, context) -> Map.entry(row.getString("account_id"), RunRows.time(row, "logged_in_at")))
                .forEach(login -> all.put(login.getKey(), login.getValue()));
        return all;
    }

    /** Deletes what is kept of a person. */
    public void forget(Handle handle, String account) {
        handle.createUpdate("delete from logins where account_id = :id")
                .bind("id", account)
                .execute();
    }

    /** Keeps logins in the place of those before them. */
    public void save(Handle handle, Map<String, Instant> logins) {
        Set<String> ids = logins.keySet();
        handle.createUpdate("delete from logins where account_id = any(:ids)")
                .bindArray("ids", String.class, ids)
                .execute();
        logins.forEach(
                (id, time) -> handle.createUpdate("insert into logins (account_id, logged_in_at) values (:id, :time)")
                        .bind("id", id)
                        .bind("time", time)
                        .execute());
    }
}
