package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Walks by counting rows, where the offset alone says where a page begins. */
final class OffsetWalk<T> implements Walk {
    private final Store store;
    private final Source<T> source;
    private final RowRenderer<T> renderer;
    private long offset;

    /** A list that can be read from an offset. */
    @FunctionalInterface
    interface Source<T> {
        List<T> from(Handle handle, long offset, int limit);
    }

    OffsetWalk(Store store, Source<T> source, RowRenderer<T> renderer, long offset) {
        this.store = store;
        this.source = source;
        this.renderer = renderer;
        this.offset = offset;
    }

    @Override
    public int write(JsonGenerator json, int most) throws IOException {
        List<T> rows = read(most);
        for (T row : rows) {
            renderer.write(json, row);
        }
        offset += rows.size();
        return rows.size();
    }

    private List<T> read(int most) {
        return store.read(handle -> source.from(handle, offset, most));
    }

    @Override
    public boolean more() {
        return !read(1).isEmpty();
    }

    @Override
    public String position() {
        return "";
    }
}
