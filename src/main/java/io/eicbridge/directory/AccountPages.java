package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the accounts of a published state; a page costs the same wherever it lies. */
public final class AccountPages {
    private static final int FETCHED_AT_ONCE = 2000;

    /** Up to {@code limit} accounts after a number, 0 for the first page, in the order of their numbers. */
    public List<AccountView> read(Handle handle, Pin pin, long afterNumber, int limit) {
        List<AccountView> page = new ArrayList<>();
        for (Stretch stretch : pin.numbering().following(afterNumber, limit)) {
            page.addAll(AccountViews.read(handle, stretch));
        }
        return page;
    }

    /** Rows of a restricted or sorted view; {@code offset} counts rows of that view from 0. */
    public List<AccountView> view(Handle handle, Pin pin, AccountQuery query, long offset, int limit) {
        try (Stream<Long> keys = keys(handle, pin, query, query.order())) {
            List<Long> page = keys.skip(offset).limit(limit).toList();
            return AccountViews.read(handle, pin.numbering(), page);
        }
    }

    /** Rows of a restricted view. */
    public long count(Handle handle, Pin pin, AccountQuery query) {
        if (query.conditions().isEmpty()) {
            return pin.accounts();
        }
        try (Stream<Long> keys = keys(handle, pin, query, "")) {
            return keys.count();
        }
    }

    /** The account of that id where it is visible. */
    public Optional<AccountView> find(Handle handle, Pin pin, String id) {
        AccountQuery query = new AccountQuery(
                Optional.of(id), Optional.empty(), Optional.empty(), AccountQuery.Sort.CREATION, false);
        return view(handle, pin, query, 0, 1).stream().findFirst();
    }

    private static Stream<Long> keys(Handle handle, Pin pin, AccountQuery query, String order) {
        Query keys = handle.createQuery("select account from accounts where account >= :first and account <= :last"
                        + query.conditions() + order)
                .bind("first", PackedKey.of(pin.endpointNo(), 0))
                .bind("last", PackedKey.of(pin.endpointNo(), PackedKey.PLACES))
                .setFetchSize(FETCHED_AT_ONCE);
        query.id().ifPresent(id -> keys.bind("id", id));
        query.name().ifPresent(name -> keys.bind("name", name)
                .bind("nameKey", ContentHash.nameKey(pin.endpointNo(), name)));
        query.active().ifPresent(active -> keys.bind("status", active ? 1 : 0));
        return keys.mapTo(Long.class).stream().filter(account -> pin.numbering().number(account) > 0);
    }
}
