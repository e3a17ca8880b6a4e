package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the accounts that are new or other to a consumer; the cost depends on their number alone. */
public final class AccountChanges {
    private static final String WITHIN =
            " from account_changes where endpoint_no = :endpointNo" + " and change_no > :after and change_no <= :to";

    /** Accounts that changed within the window and were visible before it, after a change's number, 0 at first. */
    public List<DeltaRow<AccountView>> changed(Handle handle, Pin pin, Window window, long after, int limit) {
        List<DeltaRow<AccountView>> rows = new ArrayList<>();
        long at = Math.max(after, window.from());
        int found = limit;
        while (rows.size() < limit && found > 0) {
            Map<Long, Long> changes = page(handle, pin, window, at, limit - rows.size());
            found = changes.size();
            for (long change : changes.values()) {
                at = change;
            }
            changes.keySet().removeIf(account -> !known(pin, window, account));
            AccountViews.read(handle, pin.numbering(), changes.keySet())
                    .forEach(view -> rows.add(new DeltaRow<>(changes.get(view.account()), view)));
        }
        return rows;
    }

    /** Accounts that became visible within the window, after a number. */
    public List<DeltaRow<AccountView>> added(Handle handle, Pin pin, Window window, long after, int limit) {
        return new AccountPages()
                .read(handle, pin, Math.max(after, window.shown()), limit).stream()
                        .map(view -> new DeltaRow<>(view.number(), view))
                        .toList();
    }

    /** How many there are of both. */
    public long count(Handle handle, Pin pin, Window window) {
        try (Stream<Long> accounts =
                within(handle, "select account", pin, window, window.from())
                        .setFetchSize(2_000)
                        .mapTo(Long.class)
                        .stream()) {
            return accounts.filter(account -> known(pin, window, account)).count()
                    + Math.max(0, pin.accounts() - window.shown());
        }
    }

    private static Map<Long, Long> page(Handle handle, Pin pin, Window window, long after, int limit) {
        Map<Long, Long> changes = new LinkedHashMap<>();
        within(
                        handle,
                        "select account, change_no",
                        pin,
                        window,
                        after,
                        " order by change_no fetch first :limit rows only")
                .bind("limit", limit)
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .forEach(entry -> changes.put(entry.getKey(), entry.getValue()));
        return changes;
    }

    private static Query within(Handle handle, String select, Pin pin, Window window, long after) {
        return within(handle, select, pin, window, after, "");
    }

    private static Query within(Handle handle, String select, Pin pin, Window window, long after, String order) {
        return handle.createQuery(select + WITHIN + order)
                .bind("endpointNo", pin.endpointNo())
                .bind("after", after)
                .bind("to", window.to());
    }

    private static boolean known(Pin pin, Window window, long account) {
        long number = pin.numbering().number(account);
        return number > 0 && number <= window.shown();
    }
}
