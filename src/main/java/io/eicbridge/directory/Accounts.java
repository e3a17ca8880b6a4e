package io.eicbridge.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        EndpointRow row = Endpoints.lock(handle, endpoint);
        Map<String, AccountRecord> records = new LinkedHashMap<>();
        page.forEach(account -> records.put(account.id(), account));
        AccountRows rows = new AccountRows(handle, row.no(), run, now);
        Map<String, KnownAccount> known = rows.known(records.keySet());
        Map<String, String> names = names(rows, records, known);
        Sorted sorted = new Sorted(run);
        long place = row.accounts();
        for (AccountRecord account : records.values()) {
            KnownAccount before = known.get(account.id());
            long key = before == null ? row.account(++place) : before.account();
            sorted.add(NamedAccount.of(key, account, names.get(account.id())), before);
        }
        if (place > row.accounts()) {
            Endpoints.grow(handle, endpoint, place);
        }
        return sorted.store(rows);
    }

    private static Map<String, String> names(
            AccountRows rows, Map<String, AccountRecord> records, Map<String, KnownAccount> known) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        records.forEach((id, account) -> candidates.put(id, account.names()));
        Map<String, String> present = new HashMap<>();
        known.forEach((id, account) -> present.put(id, account.name()));
        return new Names(rows::held).choose(candidates, present);
    }

    /** Accounts of one page by what has to be done with them. */
    private static final class Sorted {
        private final long run;
        private final List<NamedAccount> created = new ArrayList<>();
        private final List<NamedAccount> changed = new ArrayList<>();
        private final List<NamedAccount> used = new ArrayList<>();
        private final List<Long> seen = new ArrayList<>();
        private final Map<String, Long> accounts = new HashMap<>();

        Sorted(long run) {
            this.run = run;
        }

        void add(NamedAccount account, KnownAccount before) {
            accounts.put(account.record().id(), account.key());
            if (before == null) {
                created.add(account);
            } else if (!account.sameContent(before)) {
                changed.add(account);
            } else if (!account.sameUse(before)) {
                used.add(account);
            } else if (before.seenRun() != run) {
                seen.add(account.key());
            }
        }

        StoredPage store(AccountRows rows) {
            rows.insert(created);
            rows.update(changed);
            rows.updateVolatile(used);
            rows.seen(seen);
            Set<Long> fresh = new HashSet<>();
            created.forEach(account -> fresh.add(account.key()));
            int unchanged = accounts.size() - created.size() - changed.size();
            return new StoredPage(created.size(), changed.size(), unchanged, accounts, fresh);
        }
    }
}
