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
    private final Keys keys = new Keys("account_keys");

    /**
     * Stores one page that a run read: inserts what is new, rewrites what changed, marks the rest as seen.
     *
     * @param now when the page was read, kept as the time of each change
     */
    public StoredPage storePage(Handle handle, String endpoint, long run, Instant now, List<AccountRecord> page) {
        Endpoints.lock(handle, endpoint);
        Map<String, AccountRecord> records = new LinkedHashMap<>();
        page.forEach(account -> records.put(account.id(), account));
        AccountRows rows = new AccountRows(handle, endpoint, run, now);
        Map<String, KnownAccount> known = rows.known(records.keySet());
        Map<String, String> names = new Names(rows).choose(records.values(), known);
        Sorted sorted = new Sorted(run);
        for (AccountRecord account : records.values()) {
            KnownAccount before = known.get(account.id());
            long key = before == null ? keys.next(handle) : before.account();
            sorted.add(NamedAccount.of(key, account, names.get(account.id())), before);
        }
        return sorted.store(rows);
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
