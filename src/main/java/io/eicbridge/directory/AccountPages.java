package io.eicbridge.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
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

    /** Keys of a restricted or sorted view, up to {@code limit} from an offset on; they are small, even those of a million rows. */
    public long[] keys(Handle handle, Pin pin, AccountQuery query, long offset, long limit) {
        try (Stream<Long> keys = keys(handle, pin, query, query.order())) {
            return keys.skip(offset).limit(limit).mapToLong(Long::longValue).toArray();
        }
    }

    /** The accounts of these keys, in their order. */
    public List<AccountView> ofKeys(Handle handle, Pin pin, long[] accounts) {
        return AccountViews.read(
                handle, pin.numbering(), LongStream.of(accounts).boxed().toList());
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
        return ofKeys(handle, pin, keys(handle, pin, query, 0, 1)).stream().findFirst();
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
        return keys.mapTo(Long.class).stream().filter(account -> pin.numbering().number(account) > 0);
    }
}
