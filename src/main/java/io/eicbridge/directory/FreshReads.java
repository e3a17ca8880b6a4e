package io.eicbridge.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Accounts that Intercom told by their id: until its search has caught up, what that tells of them may be older than what is stored. */
public final class FreshReads {

    /**
     * Keeps when accounts were told, by Intercom's clock.
     *
     * @param updates account key to the last update that was told, empty where the account is gone or tells none
     */
    public void keep(Handle handle, Instant readAt, Map<Long, Optional<Instant>> updates) {
        if (updates.isEmpty()) {
            return;
        }
        drop(handle, updates.keySet());
        try (Batch rows =
                new Batch(handle, "insert into fresh_reads (account, read_at, updated_at) values (?, ?, ?)")) {
            updates.forEach((account, update) -> rows.add(account, readAt, update.orElse(null)));
            rows.execute();
        }
    }

    /** Those of the accounts that were told since. */
    public Set<Long> among(Handle handle, Collection<Long> accounts, Instant since) {
        return updates(handle, accounts, since).keySet();
    }

    /** All of an endpoint that were told since. */
    public Set<Long> of(Handle handle, String endpoint, Instant since) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return handle.createQuery("select account from fresh_reads where account >= :first and account <= :last"
                        + " and read_at >= :since")
                .bind("first", row.account(1))
                .bind("last", row.account(row.accounts()))
                .bind("since", since)
                .mapTo(Long.class)
                .set();
    }

    /** Forgets what was told before. */
    public void forget(Handle handle, String endpoint, Instant before) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        handle.createUpdate("delete from fresh_reads where account >= :first and account <= :last"
                        + " and read_at < :before")
                .bind("first", row.account(1))
                .bind("last", row.account(row.accounts()))
                .bind("before", before)
                .execute();
    }

    /** Ids of records that are not newer than what was told of their accounts since. */
    static Set<String> outdated(
            Handle handle, Collection<KnownAccount> known, Map<String, AccountRecord> records, Instant since) {
        Map<Long, Optional<Instant>> updates =
                updates(handle, known.stream().map(KnownAccount::account).toList(), since);
        Set<String> outdated = new HashSet<>();
        known.stream()
                .filter(account -> updates.containsKey(account.account()))
                .filter(account -> !records.get(account.id()).isUpdatedAfter(updates.get(account.account())))
                .forEach(account -> outdated.add(account.id()));
        return outdated;
    }

    /** Forgets these accounts: that they were gone is no longer what is known best of them. */
    static void drop(Handle handle, Collection<Long> accounts) {
        if (!accounts.isEmpty()) {
            handle.createUpdate("delete from fresh_reads where account = any(:accounts)")
                    .bindArray("accounts", Long.class, accounts)
                    .execute();
        }
    }

    private static Map<Long, Optional<Instant>> updates(Handle handle, Collection<Long> accounts, Instant since) {
        Map<Long, Optional<Instant>> updates = new HashMap<>();
        handle.createQuery("select account, updated_at from fresh_reads where account = any(:accounts)"
                        + " and read_at >= :since")
                .bindArray("accounts", Long.class, accounts)
                .bind("since", since)
                .map((row, context) -> Map.entry(row.getLong(1), time(row.getObject(2, OffsetDateTime.class))))
                .forEach(found -> updates.put(found.getKey(), found.getValue()));
        return updates;
    }

    private static Optional<Instant> time(OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
