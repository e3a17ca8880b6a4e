package io.eicbridge.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of storing accounts; its texts are constant, so that the databases keep their plans. */
final class AccountRows {
    /**
     * {@code coalesce} keeps the endpoint out of the choice of an index: H2 looks an array up only where it is the sole condition
     * on the index, and would read the whole index otherwise.
     */
    private static final String KNOWN = "select account, account_id, name, status, hash, volatile_hash, seen_run"
            + " from accounts where account_id = any(:ids) and coalesce(endpoint_no, 0) = :endpointNo";

    private static final String KEYS = "select account, account_id from accounts where account_id = any(:ids)"
            + " and coalesce(endpoint_no, 0) = :endpointNo";

    private static final String HELD = "select name_key from accounts where name_key = any(:keys)";
    private static final String INSERT =
            "insert into accounts (account, endpoint_no, account_id, name, name_key, status,"
                    + " hash, volatile_hash, first_run, seen_run, changed_run, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_ATTRIBUTES =
            "insert into account_attributes (account, attributes) values (?, ?)";
    private static final String UPDATE =
            "update accounts set name = ?, name_key = ?, status = ?, gone_reason = null, hash = ?,"
                    + " volatile_hash = ?, seen_run = ?, changed_run = ?, changed_at = ? where account = ?";
    private static final String UPDATE_VOLATILE =
            "update accounts set volatile_hash = ?, seen_run = ? where account = ?";
    private static final String UPDATE_ATTRIBUTES = "update account_attributes set attributes = ? where account = ?";
    private static final String SEEN = "update accounts set seen_run = :run where account = any(:accounts)";

    private static final RowMapper<KnownAccount> KNOWN_ACCOUNT = (row, context) -> new KnownAccount(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getInt(4),
            row.getBytes(5),
            row.getBytes(6),
            row.getLong(7));

    private final Handle handle;
    private final int endpointNo;
    private final long run;
    private final Instant now;

    AccountRows(Handle handle, int endpointNo, long run, Instant now) {
        this.handle = handle;
        this.endpointNo = endpointNo;
        this.run = run;
        this.now = now;
    }

    Map<String, KnownAccount> known(Collection<String> ids) {
        Map<String, KnownAccount> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .bindArray("ids", String.class, ids)
                .bind("endpointNo", endpointNo)
                .map(KNOWN_ACCOUNT)
                .forEach(account -> known.put(account.id(), account));
        return known;
    }

    /** Likewise, the keys alone. */
    Map<String, Long> keys(Collection<String> ids) {
        Map<String, Long> keys = new HashMap<>();
        handle.createQuery(KEYS)
                .bindArray("ids", String.class, ids)
                .bind("endpointNo", endpointNo)
                .map((row, context) -> Map.entry(row.getString(2), row.getLong(1)))
                .forEach(entry -> keys.put(entry.getKey(), entry.getValue()));
        return keys;
    }

    /** Which of the names are held; two names of one key count as one, so that the second takes its next candidate. */
    Set<String> held(Set<String> names) {
        Map<Long, String> byKey = new HashMap<>();
        names.forEach(name -> byKey.put(ContentHash.nameKey(endpointNo, name), name));
        return handle.createQuery(HELD).bindArray("keys", Long.class, byKey.keySet()).mapTo(Long.class).stream()
                .map(byKey::get)
                .collect(Collectors.toSet());
    }

    void insert(List<NamedAccount> created) {
        try (Batch rows = new Batch(handle, INSERT);
                Batch attributes = new Batch(handle, INSERT_ATTRIBUTES)) {
            for (NamedAccount account : created) {
                rows.add(
                        account.key(),
                        endpointNo,
                        account.record().id(),
                        account.name(),
                        ContentHash.nameKey(endpointNo, account.name()),
                        account.record().status(),
                        account.record().hash(),
                        account.record().volatileHash(),
                        run,
                        run,
                        run,
                        now);
                attributes.add(account.key(), account.record().json());
            }
            rows.execute();
            attributes.execute();
        }
    }

    void update(Map<NamedAccount, KnownAccount> changed) {
        new AccountHistory(handle, run, now).changed(changed);
        try (Batch rows = new Batch(handle, UPDATE)) {
            for (NamedAccount account : changed.keySet()) {
                rows.add(
                        account.name(),
                        ContentHash.nameKey(endpointNo, account.name()),
                        account.record().status(),
                        account.record().hash(),
                        account.record().volatileHash(),
                        run,
                        run,
                        now,
                        account.key());
            }
            rows.execute();
        }
        rewriteAttributes(changed.keySet());
    }

    void updateVolatile(List<NamedAccount> used) {
        try (Batch rows = new Batch(handle, UPDATE_VOLATILE)) {
            for (NamedAccount account : used) {
                rows.add(account.record().volatileHash(), run, account.key());
            }
            rows.execute();
        }
        rewriteAttributes(used);
    }

    private void rewriteAttributes(Collection<NamedAccount> accounts) {
        try (Batch attributes = new Batch(handle, UPDATE_ATTRIBUTES)) {
            accounts.forEach(account -> attributes.add(account.record().json(), account.key()));
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
