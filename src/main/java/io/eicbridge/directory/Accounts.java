package io.eicbridge.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The accounts of all endpoints: stored page by page, marked gone, never deleted. */
public final class Accounts {
    /**
     * Stores one page that a run read: inserts what is new, rewrites what changed, marks the rest as seen.
     *
     * @param now when the page was read, kept as the time of each change
     */
    public StoredPage storePage(Handle handle, String endpoint, long run, Instant now, List<AccountRecord> page) {
        return storePage(handle, endpoint, run, now, page, null);
    }

    /**
     * Likewise, of a page that a search told, which lags: an account that was told by its id since is only seen, unless the page tells
     * of a later update; it is not among the stored page's accounts.
     */
    public StoredPage storePage(
            Handle handle, String endpoint, long run, Instant now, List<AccountRecord> page, Instant since) {
        EndpointRow row = Endpoints.lock(handle, endpoint);
        Map<String, AccountRecord> records = new LinkedHashMap<>();
        page.forEach(account -> records.put(account.id(), account));
        AccountRows rows = new AccountRows(handle, row.no(), run, now);
        Map<String, KnownAccount> known = rows.known(records.keySet());
        SortedPage sorted = new SortedPage(run);
        leaveOut(since == null ? Set.of() : FreshReads.outdated(handle, known.values(), records, since), records, known)
                .forEach(sorted::outdated);
        Map<String, String> names = names(rows, records, known);
        long place = row.accounts();
        for (AccountRecord account : records.values()) {
            KnownAccount before = known.get(account.id());
            long key = before == null ? row.account(++place) : before.account();
            sorted.add(new NamedAccount(key, account, names.get(account.id())), before);
        }
        if (place > row.accounts()) {
            Endpoints.grow(handle, endpoint, place);
        }
        ChangeLog.accounts(handle, endpoint, row.no(), sorted.changed());
        FreshReads.drop(handle, sorted.returned());
        return sorted.store(rows);
    }

    private static List<KnownAccount> leaveOut(
            Set<String> ids, Map<String, AccountRecord> records, Map<String, KnownAccount> known) {
        records.keySet().removeAll(ids);
        return ids.stream().map(known::remove).toList();
    }

    /** Keys of those of the ids that are known. */
    public Map<String, Long> keys(Handle handle, String endpoint, Collection<String> ids) {
        return Endpoints.find(handle, endpoint)
                .map(row -> new AccountRows(handle, row.no(), 0, null).keys(ids))
                .orElseGet(HashMap::new);
    }

    /** Those of the ids whose accounts are there and not gone. */
    public Set<String> active(Handle handle, String endpoint, Collection<String> ids) {
        Set<String> active = new HashSet<>();
        Endpoints.find(handle, endpoint).ifPresent(row -> new AccountRows(handle, row.no(), 0, null)
                .known(ids).values().stream().filter(KnownAccount::live).forEach(account -> active.add(account.id())));
        return active;
    }

    /** Marks accounts as seen without writing anything else of them; returns the ids of those that are known. */
    public Set<String> touch(Handle handle, String endpoint, long run, Collection<String> ids) {
        EndpointRow row = Endpoints.lock(handle, endpoint);
        AccountRows rows = new AccountRows(handle, row.no(), run, null);
        Map<String, KnownAccount> known = rows.known(ids);
        rows.seen(known.values().stream().map(KnownAccount::account).toList());
        return Set.copyOf(known.keySet());
    }

    /** Accounts that a run saw and whose content it changed, new ones among them. */
    public long countChanged(Handle handle, String endpoint, long run) {
        return count(handle, endpoint, "and status > 0 and seen_run >= :run and changed_run = :run", run);
    }

    /** The account of that id, published or not; its number is 0, {@link AccountPages#find} tells it. */
    public Optional<AccountView> find(Handle handle, String endpoint, String id) {
        return Endpoints.find(handle, endpoint).flatMap(row -> AccountViews.find(handle, row.no(), id));
    }

    /** The account that bears a name, published or not. */
    public Optional<AccountView> named(Handle handle, String endpoint, String name) {
        return Endpoints.find(handle, endpoint).flatMap(row -> AccountViews.named(handle, row.no(), name));
    }

    /**
     * Accounts that were seen since the run began, gone ones that came back among them: by the run itself, or by an incremental
     * one while it was interrupted or held.
     */
    public long countSeen(Handle handle, String endpoint, long run) {
        return count(handle, endpoint, "and seen_run >= :run", run);
    }

    /** Accounts that are not gone, published or not. */
    public long countActive(Handle handle, String endpoint) {
        return count(handle, endpoint, "and status > 0 and seen_run >= :run", 0);
    }

    /** Whether the account of that id was seen since the run began. */
    public boolean seen(Handle handle, String endpoint, long run, String id) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return handle.createQuery("select count(*) from accounts where account_id = :id"
                                + " and coalesce(endpoint_no, 0) = :endpointNo and seen_run >= :run")
                        .bind("id", id)
                        .bind("endpointNo", row.no())
                        .bind("run", run)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Those of the ids whose accounts were seen since the run began. */
    public Set<String> seen(Handle handle, String endpoint, long run, Collection<String> ids) {
        Set<String> seen = new HashSet<>();
        Endpoints.find(handle, endpoint).ifPresent(row -> new AccountRows(handle, row.no(), 0, null)
                .known(ids).values().stream()
                        .filter(account -> account.live() && account.seenRun() >= run)
                        .forEach(account -> seen.add(account.id())));
        return seen;
    }

    /** Where an account of one endpoint stands in the order of creation, from 1, by its key. */
    public static int place(long key) {
        return (int) PackedKey.place(key);
    }

    /** Active accounts that nobody saw since the run began. */
    public long countMissing(Handle handle, String endpoint, long run) {
        return count(handle, endpoint, "and status > 0 and seen_run < :run", run);
    }

    /** Active accounts that nobody saw since the run began, in the order of their keys; {@code after} is 0 at first, then the last key. */
    public List<Missing> missing(Handle handle, String endpoint, long run, long after, int limit) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return handle.createQuery(
                        "select account, account_id, name from accounts where account > :after and account <= :last"
                                + " and status > 0 and seen_run < :run order by account fetch first :limit rows only")
                .bind("after", Math.max(after, row.account(0)))
                .bind("last", row.account(row.accounts()))
                .bind("run", run)
                .bind("limit", limit)
                .map((found, context) -> new Missing(found.getLong(1), found.getString(2), found.getString(3)))
                .list();
    }

    /** Marks accounts as gone from Intercom; they stay listed as inactive. Returns how many were active before. */
    public int markGone(Handle handle, String endpoint, long run, Collection<String> ids, String reason, Instant now) {
        EndpointRow row = Endpoints.lock(handle, endpoint);
        List<Long> active = active(handle, row, ids);
        if (active.isEmpty()) {
            return 0;
        }
        new AccountHistory(handle, run, now).gone(active, reason);
        ChangeLog.accounts(handle, endpoint, row.no(), active);
        return handle.createUpdate("update accounts set status = 0, gone_reason = :reason, changed_run = :run,"
                        + " changed_at = :now where account = any(:active)")
                .bind("reason", reason)
                .bind("run", run)
                .bind("now", now)
                .bindArray("active", Long.class, active)
                .execute();
    }

    private static List<Long> active(Handle handle, EndpointRow row, Collection<String> ids) {
        return handle.createQuery("select account from accounts where account_id = any(:ids)"
                        + " and coalesce(endpoint_no, 0) = :endpointNo and status > 0")
                .bindArray("ids", String.class, ids)
                .bind("endpointNo", row.no())
                .mapTo(Long.class)
                .list();
    }

    private static long count(Handle handle, String endpoint, String condition, long run) {
        EndpointRow row = Endpoints.find(handle, endpoint).orElse(new EndpointRow(0, 0));
        return handle.createQuery(
                        "select count(*) from accounts where account >= :first and account <= :last " + condition)
                .bind("first", row.account(1))
                .bind("last", row.account(row.accounts()))
                .bind("run", run)
                .mapTo(Long.class)
                .one();
    }

    private static Map<String, String> names(
            AccountRows rows, Map<String, AccountRecord> records, Map<String, KnownAccount> known) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        records.forEach((id, account) -> candidates.put(id, account.names()));
        Map<String, String> present = new HashMap<>();
        known.forEach((id, account) -> present.put(id, account.name()));
        return new Names(rows::held).choose(candidates, present);
    }
}
