package io.eicbridge.connector;

import io.eicbridge.directory.Pin;
import io.eicbridge.store.Store;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Answers lists of one type of entitlement, which have one order and go on by the key of their last row. */
final class KeyedLists<T> {
    private final Store store;
    private final Pins pins;
    private final ListAnswers answers;
    private final Pages<T> pages;

    /** How the directory reads rows of a type: from an offset or after a key, and how many there are. */
    record Pages<T>(Reading<T> from, Reading<T> after, Counting count, ToLongFunction<T> key) {}

    /** Up to {@code limit} rows of a type from {@code place} on. */
    @FunctionalInterface
    interface Reading<T> {
        List<T> read(Handle handle, Pin pin, String type, long place, int limit);
    }

    /** The number of all rows of a type. */
    @FunctionalInterface
    interface Counting {
        long count(Handle handle, Pin pin, String type);
    }

    KeyedLists(Store store, Pins pins, ListAnswers answers, Pages<T> pages) {
        this.store = store;
        this.pins = pins;
        this.answers = answers;
        this.pages = pages;
    }

    /** The JSON of a page of that type, or of all; {@code renderer} is made for what the call wishes to see. */
    InputStream open(Request request, EntitlementType type, Function<ListRequest, RowRenderer<T>> renderer) {
        ListRequest wish = answers.wish(request);
        ListAnswers.refuseView(wish);
        RowRenderer<T> rows = renderer.apply(wish);
        Pin pin = pins.require(request.endpoint(), wish.run());
        Walk walk = new KeyedWalk<>(store, source(pin, type.name()), rows, wish.offset(), ListAnswers.key(wish));
        long total = store.read(handle -> pages.count.count(handle, pin, type.name()));
        return answers.open(request, wish, pin, total, walk);
    }

    private KeyedWalk.Source<T> source(Pin pin, String type) {
        return new KeyedWalk.Source<>() {
            @Override
            public List<T> from(Handle handle, long offset, int limit) {
                return pages.from.read(handle, pin, type, offset, limit);
            }

            @Override
            public List<T> after(Handle handle, long key, int limit) {
                return pages.after.read(handle, pin, type, key, limit);
            }

            @Override
            public ToLongFunction<T> key() {
                return pages.key;
            }
        };
    }
}
