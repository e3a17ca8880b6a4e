package io.eicbridge.directory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SortedMap;

/** The first 16 bytes of the SHA-256 of texts, each with its length, so that no two contents read the same. */
final class ContentHash {
    private static final int BYTES = 16;
    private static final int USUAL_LENGTH = 2_000;

    /** Digested at once: a hundred small pieces cost more than the hash. */
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(USUAL_LENGTH);

    private ContentHash() {}

    static byte[] of(String id, String name, SortedMap<String, String> attributes) {
        return new ContentHash().add(id).add(name).add(attributes).end();
    }

    static byte[] of(SortedMap<String, String> attributes) {
        return new ContentHash().add(attributes).end();
    }

    /** Stands for a name in the index: eight bytes instead of the text. */
    static long nameKey(int endpointNo, String name) {
        return ByteBuffer.wrap(new ContentHash()
                        .add(Integer.toString(endpointNo))
                        .add(name)
                        .end())
                .getLong();
    }

    private ContentHash add(SortedMap<String, String> attributes) {
        attributes.forEach((key, value) -> add(key).add(value));
        return this;
    }

    private ContentHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            content.write(bytes.length >>> shift);
        }
        content.write(bytes, 0, bytes.length);
        return this;
    }

    private byte[] end() {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content.toByteArray()), BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
