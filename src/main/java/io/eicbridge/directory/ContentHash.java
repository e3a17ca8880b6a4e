package io.eicbridge.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SortedMap;

/** The first 16 bytes of the SHA-256 of texts, each with its length, so that no two contents read the same. */
final class ContentHash {
    private static final int BYTES = 16;

    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

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
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    private byte[] end() {
        return Arrays.copyOf(digest.digest(), BYTES);
    }
}
