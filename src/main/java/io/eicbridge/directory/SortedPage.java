package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts of one page by what has to be done with them. */
final class SortedPage {
    private final long run;
    private final List<NamedAccount> created = new ArrayList<>();
    private final Map<NamedAccount, KnownAccount> changed = new LinkedHashMap<>();
    private final List<NamedAccount> used = new ArrayList<>();
    private final List<Long> seen = new ArrayList<>();
    private final Map<String, Long> accounts = new HashMap<>();
    private final Set<String> again = new HashSet<>();
    private final Set<String> returned = new HashSet<>();

    SortedPage(long run) {
        this.run = run;
    }

    void add(NamedAccount account, KnownAccount before) {
        accounts.put(account.record().id(), account.key());
        if (before != null && before.seenRun() == run) {
            again.add(account.record().id());
        }
        if (before != null && !before.live()) {
            returned.add(before.id());
        }
        if (before == null) {
            created.add(account);
        } else if (!account.sameContent(before)) {
            changed.put(account, before);
        } else if (!account.sameUse(before)) {
            used.add(account);
        } else if (before.seenRun() != run) {
            seen.add(account.key());
        }
    }

    /** Takes an account that the page tells worse than what is stored. */
    void outdated(KnownAccount before) {
        if (before.seenRun() != run) {
            seen.add(before.account());
        }
    }

    /** Keys of known accounts with other content. */
    List<Long> changed() {
        return changed.keySet().stream().map(NamedAccount::key).toList();
    }

    /** Keys of accounts that were gone and are back. */
    List<Long> returned() {
        return returned.stream().map(accounts::get).toList();
    }

    StoredPage store(AccountRows rows) {
        rows.insert(created);
        rows.update(changed);
        rows.updateVolatile(used);
        rows.seen(seen);
        Set<Long> fresh = new HashSet<>();
        created.forEach(account -> fresh.add(account.key()));
        int unchanged = accounts.size() - created.size() - changed.size();
        return new StoredPage(created.size(), changed.size(), unchanged, accounts, fresh, again, returned);
    }
}
