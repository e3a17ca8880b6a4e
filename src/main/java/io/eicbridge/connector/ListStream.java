package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of one list, made while they are fetched: one batch is held at a time, however long the list is. A failure
 * on the way ends it in the middle, followed by words that no JSON parser accepts: a list that can be read is whole.
 */
final class ListStream extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(ListStream.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] CUT_OFF =
            "\n*** cut off by an error in the bridge: ask again ***\n".getBytes(StandardCharsets.US_ASCII);

    private final ListDocument document;
    private final Window window = new Window();
    private final JsonGenerator json;
    private boolean open;
    private volatile boolean closed;

    /** Makes the first portion at once, so that what can be refused is refused before an answer has begun. */
    ListStream(ListDocument document) throws IOException {
        this.document = document;
        this.json = JSON.createGenerator(window);
        this.open = document.write(json);
        json.flush();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        while (window.empty()) {
            if (!open || closed) {
                return -1;
            }
            refill();
        }
        return window.take(target, offset, length);
    }

    /** Ends the list where it is, for a caller who left: nothing more is read from the directory. */
    @Override
    public void close() {
        closed = true;
    }

    private void refill() {
        window.reset();
        try {
            open = document.write(json);
            json.flush();
        } catch (IOException | RuntimeException failure) {
            cutOff(failure);
        }
    }

    /** Throwing would not do: the HTTP server then leaves the connection open, and the caller waits for ever. */
    private void cutOff(Exception failure) {
        LOG.error(
                "A list was cut off after its answer had begun, its caller has to ask again: {}",
                failure.getClass().getName());
        open = false;
        window.reset();
        window.writeBytes(CUT_OFF);
    }

    /** One reused buffer with a reading end. */
    private static final class Window extends ByteArrayOutputStream {
        private int taken;

        boolean empty() {
            return taken == count;
        }

        int take(byte[] target, int offset, int length) {
            int given = Math.min(length, count - taken);
            System.arraycopy(buf, taken, target, offset, given);
            taken += given;
            return given;
        }

        @Override
        public synchronized void reset() {
            super.reset();
            taken = 0;
        }
    }
}
