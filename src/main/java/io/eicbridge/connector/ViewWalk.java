package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eicbridge.directory.AccountPages;
import io.eicbridge.directory.AccountQuery;
import io.eicbridge.directory.AccountView;
import io.eicbridge.directory.Pin;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.util.Arrays;

/** Walks a restricted or sorted view of accounts: its keys are read once, for each further reading would sort it again. */
final class ViewWalk implements Walk {
    private final Store store;
    private final AccountPages pages;
    private final View view;
    private final RowRenderer<AccountView> renderer;
    private long[] keys;
    private int next;

    /** Rows of a published state from {@code offset} on; {@code limit} is one more than the page has. */
    record View(Pin pin, AccountQuery query, long offset, long limit) {}

    ViewWalk(Store store, AccountPages pages, View view, RowRenderer<AccountView> renderer) {
        this.store = store;
        this.pages = pages;
        this.view = view;
        this.renderer = renderer;
    }

    @Override
    public int write(JsonGenerator json, int most) throws IOException {
        if (keys == null) {
            keys = store.read(handle -> pages.keys(handle, view.pin, view.query, view.offset, view.limit));
        }
        long[] batch = Arrays.copyOfRange(keys, next, Math.min(keys.length, next + most));
        for (AccountView row : store.read(handle -> pages.ofKeys(handle, view.pin, batch))) {
            renderer.write(json, row);
        }
        next += batch.length;
        return batch.length;
    }

    @Override
    public boolean more() {
        return next < keys.length;
    }

    @Override
    public String position() {
        return "";
    }
}
