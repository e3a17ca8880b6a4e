package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.answers.JsonBytes;
import io.vertx.core.buffer.Buffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Turns JSON into a body, compressed at the given level where the client asked for it. */
final class Packing {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    private static final int WORTH_IT = 1_000;
    private final int level;
    private final ThreadLocal<byte[]> space = ThreadLocal.withInitial(() -> new byte[65_536]);

    /** A packing of a level from 0 (stored, almost free) to 9. */
    Packing(int level) {
        this.level = level;
    }

    boolean isWorthIt(String acceptEncoding, JsonBytes json) {
        return acceptEncoding != null && acceptEncoding.contains("gzip") && json.length() > WORTH_IT;
    }

    Buffer plain(JsonBytes json) {
        return Buffer.buffer(json.length()).appendBytes(json.array(), 0, json.length());
    }

    Buffer gzip(JsonBytes json) {
        Buffer packed = Buffer.buffer(json.length() / 4 + 64).appendBytes(HEAD);
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(json.array(), 0, json.length());
            deflater.finish();
            byte[] some = space.get();
            while (!deflater.finished()) {
                packed.appendBytes(some, 0, deflater.deflate(some));
            }
        } finally {
            deflater.end();
        }
        CRC32 sum = new CRC32();
        sum.update(json.array(), 0, json.length());
        return packed.appendIntLE((int) sum.getValue()).appendIntLE(json.length());
    }
}
