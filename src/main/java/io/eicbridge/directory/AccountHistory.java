package io.eicbridge.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/** Writes what changed on known accounts; of new ones nothing is written, their first run tells it. */
final class AccountHistory {
    static final String NAME = "NAME";
    static final String STATUS = "STATUS";
    static final String REASON = "reason";
    private static final String ATTRIBUTES =
            "select account, attributes from account_attributes where account = any(:accounts)";
    private static final String INSERT =
            "insert into account_history (account, run, changed_at, changes) values (?, ?, ?, ?)";

    private final Handle handle;
    private final long run;
    private final Instant now;

    AccountHistory(Handle handle, long run, Instant now) {
        this.handle = handle;
        this.run = run;
        this.now = now;
    }

    /** Accounts whose new content is about to be stored, each with what is stored of it; reads their old attributes. */
    void changed(Map<NamedAccount, KnownAccount> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<Long, SortedMap<String, String>> before =
                attributes(accounts.keySet().stream().map(NamedAccount::key).toList());
        try (Batch rows = new Batch(handle, INSERT)) {
            accounts.forEach((account, known) -> {
                SortedMap<String, List<String>> changes = changes(account, known, before.get(account.key()));
                if (!changes.isEmpty()) {
                    rows.add(account.key(), run, now, AttributesJson.ofPairs(changes));
                }
            });
            rows.execute();
        }
    }

    /** Accounts that are about to be marked as gone. */
    void gone(Collection<Long> accounts, String reason) {
        String changes = AttributesJson.ofPairs(Map.of(STATUS, List.of("1", "0"), REASON, List.of("", reason)));
        try (Batch rows = new Batch(handle, INSERT)) {
            accounts.forEach(account -> rows.add(account, run, now, changes));
            rows.execute();
        }
    }

    private Map<Long, SortedMap<String, String>> attributes(List<Long> accounts) {
        Map<Long, SortedMap<String, String>> attributes = new HashMap<>();
        handle.createQuery(ATTRIBUTES)
                .bindArray("accounts", Long.class, accounts)
                .map((row, context) -> Map.entry(row.getLong(1), AttributesJson.read(row.getString(2))))
                .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        return attributes;
    }

    private static SortedMap<String, List<String>> changes(
            NamedAccount account, KnownAccount known, SortedMap<String, String> before) {
        before.keySet().removeAll(account.record().volatileColumns());
        SortedMap<String, List<String>> changes =
                AttributesJson.differences(before, account.record().attributes());
        compare(changes, NAME, known.name(), account.name());
        compare(changes, STATUS, word(known.status()), word(account.record().status()));
        return changes;
    }

    /** In EIC's numbers. */
    private static String word(int status) {
        return status == AccountRecord.ACTIVE ? "1" : "0";
    }

    private static void compare(Map<String, List<String>> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.put(what, List.of(before, after));
        }
    }
}
