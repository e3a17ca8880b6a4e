package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Walks by the key of the last row: only the first step of a page that was asked for by offset counts rows. */
final class KeyedWalk<T> implements Walk {
    private final Store store;
    private final Source<T> source;
    private final RowRenderer<T> renderer;
    private final long offset;
    private OptionalLong position;

    /** A list that can be read from an offset, or after a key. */
    interface Source<T> {
        List<T> from(Handle handle, long offset, int limit);

        List<T> after(Handle handle, long key, int limit);

        ToLongFunction<T> key();
    }

    /** Starts after {@code position} where there is one, else at the offset. */
    KeyedWalk(Store store, Source<T> source, RowRenderer<T> renderer, long offset, OptionalLong position) {
        this.store = store;
        this.source = source;
        this.renderer = renderer;
        this.offset = offset;
        this.position = position;
    }

    @Override
    public int write(JsonGenerator json, int most) throws IOException {
        List<T> rows = read(most);
        for (T row : rows) {
            renderer.write(json, row);
        }
        if (!rows.isEmpty()) {
            position = OptionalLong.of(source.key().applyAsLong(rows.get(rows.size() - 1)));
        }
        return rows.size();
    }

    private List<T> read(int most) {
        return store.read(handle -> position.isPresent()
                ? source.after(handle, position.getAsLong(), most)
                : source.from(handle, offset, most));
    }

    @Override
    public boolean more() {
        return !read(1).isEmpty();
    }

    @Override
    public String position() {
        return Long.toString(position.orElseThrow());
    }
}
