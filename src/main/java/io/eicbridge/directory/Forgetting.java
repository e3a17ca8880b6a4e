package io.eicbridge.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Blanks the personal values of accounts that are gone, in the account and in its history; that they were there stays known. */
public final class Forgetting {
    private static final String BLANK = "{}";
    private static final byte[] NOTHING = ContentHash.of(new TreeMap<>());

    /** Blanks a gone account; false, with nothing done, where it is active or unknown. A consumer is given the blanked account. */
    public boolean forget(Handle handle, String endpoint, String id, Instant now) {
        EndpointRow row = Endpoints.lock(handle, endpoint);
        AccountView account = AccountViews.find(handle, row.no(), id)
                .filter(found -> !found.live())
                .orElse(null);
        if (account == null) {
            return false;
        }
        blank(handle, row, account, now);
        ChangeLog.accounts(handle, endpoint, row.no(), List.of(account.account()));
        return true;
    }

    private static void blank(Handle handle, EndpointRow row, AccountView account, Instant now) {
        String name = "forgotten#" + account.id();
        handle.createUpdate("update accounts set name = :name, name_key = :key, hash = :nothing,"
                        + " volatile_hash = :nothing where account = :account")
                .bind("name", name)
                .bind("key", ContentHash.nameKey(row.no(), name))
                .bind("nothing", NOTHING)
                .bind("account", account.account())
                .execute();
        handle.createUpdate("update account_attributes set attributes = :blank where account = :account")
                .bind("blank", BLANK)
                .bind("account", account.account())
                .execute();
        blankHistory(handle, account.account(), now);
    }

    private static void blankHistory(Handle handle, long account, Instant now) {
        Map<Long, String> kept = new TreeMap<>();
        handle.createQuery("select entry, changes from account_history where account = :account")
                .bind("account", account)
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(entry -> kept.put(entry.getKey(), AttributesJson.withoutValues(entry.getValue())));
        try (Batch rows = new Batch(handle, "update account_history set changes = ? where entry = ?")) {
            kept.forEach((entry, changes) -> rows.add(changes, entry));
            rows.execute();
        }
        handle.createUpdate(
                        "insert into account_history (account, changed_at, changes) values (:account, :now, :blank)")
                .bind("account", account)
                .bind("now", now)
                .bind("blank", BLANK)
                .execute();
    }

    /** Ids of accounts that have been gone since before a time and still have their values, at most {@code limit}. */
    public List<String> due(Handle handle, String endpoint, Instant before, int limit) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return handle.createQuery(
                        "select a.account_id from accounts a"
                                + " join account_attributes t on t.account = a.account where a.account >= :first"
                                + " and a.account <= :last and a.status = 0 and a.changed_at < :before"
                                + " and t.attributes <> :blank and a.account_id not in"
                                + " (select account_id from disabled_accounts where endpoint = :endpoint) order by a.account fetch first :limit rows only")
                .bind("first", row.account(1))
                .bind("last", row.account(row.accounts()))
                .bind("before", before)
                .bind("endpoint", endpoint)
                .bind("blank", BLANK)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
