package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of reading accounts together with their attributes. */
final class AccountViews {
    private static final String SELECT = "select a.account, a.account_id, a.name, a.status, t.attributes, a.changed_run"
            + " from accounts a join account_attributes t on t.account = a.account ";
    private static final String IN_STRETCH =
            SELECT + "where a.account >= :first and a.account <= :last order by a.account";

    private AccountViews() {}

    static List<AccountView> read(Handle handle, Stretch stretch) {
        return handle.createQuery(IN_STRETCH)
                .bind("first", stretch.firstAccount())
                .bind("last", stretch.lastAccount())
                .map(numberedBy(stretch::number))
                .list();
    }

    /** The accounts of those keys, in the order of the keys. */
    static List<AccountView> read(Handle handle, Numbering numbering, Collection<Long> accounts) {
        Map<Long, AccountView> found = new HashMap<>();
        handle.createQuery(SELECT + "where a.account = any(:accounts)")
                .bindArray("accounts", Long.class, accounts)
                .map(numberedBy(numbering::number))
                .forEach(view -> found.put(view.account(), view));
        List<AccountView> views = new ArrayList<>();
        accounts.forEach(account -> views.add(found.get(account)));
        return views;
    }

    static Optional<AccountView> find(Handle handle, int endpointNo, String id) {
        return handle.createQuery(SELECT + "where a.account_id = :id and a.endpoint_no = :endpointNo")
                .bind("id", id)
                .bind("endpointNo", endpointNo)
                .map(numberedBy(account -> 0))
                .findOne();
    }

    static Optional<AccountView> named(Handle handle, int endpointNo, String name) {
        return handle.createQuery(SELECT + "where a.name_key = :key and a.name = :name and a.endpoint_no = :endpointNo")
                .bind("key", ContentHash.nameKey(endpointNo, name))
                .bind("name", name)
                .bind("endpointNo", endpointNo)
                .map(numberedBy(account -> 0))
                .findOne();
    }

    private static RowMapper<AccountView> numberedBy(LongUnaryOperator number) {
        return (row, context) -> new AccountView(
                row.getLong(1),
                number.applyAsLong(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getLong(6));
    }
}
