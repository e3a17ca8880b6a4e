package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes one answer of a list in portions: the counts, batches of rows, and the link to the next page. */
final class ListDocument {
    private static final int BATCH = 2_000;

    private final Head head;
    private final Walk walk;
    private final UnaryOperator<String> nextUrl;
    private long open;
    private boolean started;

    /** What stands before the rows; without a page size, everything is given. */
    record Head(String field, long offset, Optional<Integer> pageSize, long total) {}

    /** {@code nextUrl} makes a link from the position after the last row. */
    ListDocument(Head head, Walk walk, UnaryOperator<String> nextUrl) {
        this.head = head;
        this.walk = walk;
        this.nextUrl = nextUrl;
        this.open = head.pageSize().map(Integer::longValue).orElse(Long.MAX_VALUE);
    }

    /** Writes the next portion; false once the document is whole. */
    boolean write(JsonGenerator json) throws IOException {
        if (!started) {
            start(json);
        }
        int wanted = (int) Math.min(BATCH, open);
        int written = walk.write(json, wanted);
        open -= written;
        if (written == wanted && open > 0) {
            return true;
        }
        end(json);
        return false;
    }

    private void start(JsonGenerator json) throws IOException {
        started = true;
        json.writeStartObject();
        json.writeNumberField("offset", head.offset());
        json.writeNumberField(
                "pagesize", head.pageSize().map(Integer::longValue).orElse(head.total()));
        json.writeNumberField("totalcount", head.total());
        json.writeNumberField("totalCount", head.total());
        json.writeArrayFieldStart(head.field());
    }

    private void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        walk.behind(json);
        String next = open == 0 && walk.more() ? walk.position() : walk.end();
        if (next != null) {
            json.writeStringField("nextUrl", nextUrl.apply(next));
        }
        json.writeEndObject();
        json.close();
    }
}
