package io.eicbridge.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of storing accounts; its texts are constant, so that the databases keep their plans. */
final class AccountRows {
    /**
     * {@code endpoint || ''} keeps the endpoint out of the choice of an index: H2 looks an array up only where it is the sole
     * condition on the index, and would read the whole index otherwise.
     */
    private static final String KNOWN = "select account, account_id, name, status, hash, volatile_hash, seen_run"
            + " from accounts where account_id = any(:ids) and endpoint || '' = :endpoint";

    private static final String HOLDERS =
            "select name, account from accounts where name = any(:names) and endpoint || '' = :endpoint";
    private static final String INSERT = "insert into accounts (account, endpoint, account_id, name, status, hash,"
            + " volatile_hash, first_run, seen_run, changed_run, changed_at) values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_ATTRIBUTES =
            "insert into account_attributes (account, attributes) values (?, ?)";
    private static final String UPDATE = "update accounts set name = ?, status = 1, gone_reason = null, hash = ?,"
            + " volatile_hash = ?, seen_run = ?, changed_run = ?, changed_at = ? where account = ?";
    private static final String UPDATE_VOLATILE =
            "update accounts set volatile_hash = ?, seen_run = ? where account = ?";
    private static final String UPDATE_ATTRIBUTES = "update account_attributes set attributes = ? where account = ?";
    private static final String SEEN = "update accounts set seen_run = :run where account = any(:accounts)";

    private static final RowMapper<KnownAccount> KNOWN_ACCOUNT = (row, context) -> new KnownAccount(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getInt(4) == 1,
            row.getBytes(5),
            row.getBytes(6),
            row.getLong(7));

    private final Handle handle;
    private final String endpoint;
    private final long run;
    private final Instant now;

    AccountRows(Handle handle, String endpoint, long run, Instant now) {
        this.handle = handle;
        this.endpoint = endpoint;
        this.run = run;
        this.now = now;
    }

    Map<String, KnownAccount> known(Collection<String> ids) {
        Map<String, KnownAccount> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .bindArray("ids", String.class, ids)
                .bind("endpoint", endpoint)
                .map(KNOWN_ACCOUNT)
                .forEach(account -> known.put(account.id(), account));
        return known;
    }

    /** Which of the names are held, and by whom. */
    Map<String, Long> holders(Collection<String> names) {
        Map<String, Long> holders = new HashMap<>();
        handle.createQuery(HOLDERS)
                .bindArray("names", String.class, names)
                .bind("endpoint", endpoint)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(holder -> holders.put(holder.getKey(), holder.getValue()));
        return holders;
    }

    void insert(List<NamedAccount> created) {
        try (Batch rows = new Batch(handle, INSERT);
                Batch attributes = new Batch(handle, INSERT_ATTRIBUTES)) {
            for (NamedAccount account : created) {
                rows.add(
                        account.key(),
                        endpoint,
                        account.record().id(),
                        account.name(),
                        account.hash(),
                        account.volatileHash(),
                        run,
                        run,
                        run,
                        now);
                attributes.add(account.key(), AttributesJson.of(account.record()));
            }
            rows.execute();
            attributes.execute();
        }
    }

    void update(List<NamedAccount> changed) {
        try (Batch rows = new Batch(handle, UPDATE);
                Batch attributes = new Batch(handle, UPDATE_ATTRIBUTES)) {
            for (NamedAccount account : changed) {
                rows.add(account.name(), account.hash(), account.volatileHash(), run, run, now, account.key());
                attributes.add(AttributesJson.of(account.record()), account.key());
            }
            rows.execute();
            attributes.execute();
        }
    }

    void updateVolatile(List<NamedAccount> used) {
        try (Batch rows = new Batch(handle, UPDATE_VOLATILE);
                Batch attributes = new Batch(handle, UPDATE_ATTRIBUTES)) {
            for (NamedAccount account : used) {
                rows.add(account.volatileHash(), run, account.key());
                attributes.add(AttributesJson.of(account.record()), account.key());
            }
            rows.execute();
            attributes.execute();
        }
    }

    void seen(List<Long> accounts) {
        if (!accounts.isEmpty()) {
            handle.createUpdate(SEEN)
                    .bind("run", run)
                    .bindArray("accounts", Long.class, accounts)
                    .execute();
        }
    }
}
