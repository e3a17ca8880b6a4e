package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eicbridge.directory.DeltaRow;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Walks through the parts of a delta, one after the other. Behind the last row comes one more link: who asks for it has received
 * everything, and only that moves the consumer.
 */
final class DeltaWalk<T> implements Walk {
    /** Where a consumer is that has read everything. */
    static final String END = "end";

    private static final Pattern POSITION = Pattern.compile("(\\d):(\\d{1,19})");
    private final Store store;
    private final List<Part<T>> parts;
    private final DeltaRenderer<T> renderer;
    private int part;
    private long key;

    /** A part of a delta that can be read after a key; it gives fewer rows than asked for only at its end. */
    @FunctionalInterface
    interface Part<T> {
        List<DeltaRow<T>> after(Handle handle, long key, int limit);
    }

    /** Writes rows into the list, and what belongs behind the list. */
    interface DeltaRenderer<T> extends RowRenderer<T> {
        default void behind(JsonGenerator json) throws IOException {}
    }

    /** Begins at a position of such a walk, empty for the first row. */
    DeltaWalk(Store store, List<Part<T>> parts, DeltaRenderer<T> renderer, String position) {
        this.store = store;
        this.parts = parts;
        this.renderer = renderer;
        if (!position.isEmpty()) {
            var matcher = POSITION.matcher(position);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) >= parts.size()) {
                throw Refusals.invalid("'after' is not from a 'nextUrl' of this list: follow that link as it is.");
            }
            part = Integer.parseInt(matcher.group(1));
            key = Long.parseLong(matcher.group(2));
        }
    }

    @Override
    public int write(JsonGenerator json, int most) throws IOException {
        int written = 0;
        while (written < most && part < parts.size()) {
            int wanted = most - written;
            List<DeltaRow<T>> rows = read(wanted);
            for (DeltaRow<T> row : rows) {
                renderer.write(json, row.row());
                key = row.key();
            }
            written += rows.size();
            if (rows.size() < wanted) {
                part++;
                key = 0;
            }
        }
        return written;
    }

    private List<DeltaRow<T>> read(int limit) {
        return store.read(handle -> parts.get(part).after(handle, key, limit));
    }

    @Override
    public boolean more() {
        return part < parts.size();
    }

    @Override
    public String position() {
        return part + ":" + key;
    }

    @Override
    public String end() {
        return END;
    }

    @Override
    public void behind(JsonGenerator json) throws IOException {
        renderer.behind(json);
    }
}
