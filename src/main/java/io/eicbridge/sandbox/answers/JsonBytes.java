package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON written straight to bytes, without a tree and without strings in between. */
public final class JsonBytes {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private byte[] bytes = new byte[16_384];
    private int length;

    /** The bytes of a fixed piece of JSON. */
    static byte[] ascii(String piece) {
        return piece.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins anew. */
    public JsonBytes clear() {
        length = 0;
        return this;
    }

    /** A fixed piece, as it is. */
    JsonBytes raw(byte[] piece) {
        room(piece.length);
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length += piece.length;
        return this;
    }

    /** A piece of plain ASCII, as it is. */
    public JsonBytes raw(String piece) {
        room(piece.length());
        for (int at = 0; at < piece.length(); at++) {
            bytes[length++] = (byte) piece.charAt(at);
        }
        return this;
    }

    /** A tree. */
    public JsonBytes tree(JsonNode tree) {
        try {
            return raw(TREES.writeValueAsBytes(tree));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A comma, except before the first of several. */
    public JsonBytes comma(boolean first) {
        return first ? this : raw(",");
    }

    /** A whole number. */
    public JsonBytes number(long number) {
        return raw(Long.toString(number));
    }

    /** A string, a number, a flag, or null. */
    public JsonBytes value(Object value) {
        if (value == null) {
            return raw(NULL);
        }
        if (value instanceof Boolean flag) {
            return raw(flag ? TRUE : FALSE);
        }
        return value instanceof Number number ? raw(number.toString()) : text(value.toString());
    }

    /** A quoted string. */
    public JsonBytes text(String text) {
        room(text.length() * 6 + 2);
        bytes[length++] = '"';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                plain(c);
            } else if (Character.isSurrogate(c)) {
                escaped(c);
            } else {
                wide(c);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void plain(char c) {
        if (c < 0x20) {
            escaped(c);
            return;
        }
        if (c == '"' || c == '\\') {
            bytes[length++] = '\\';
        }
        bytes[length++] = (byte) c;
    }

    private void wide(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void escaped(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[c >> shift & 0xF];
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** The array that holds the JSON from its first byte; it is used again. */
    public byte[] array() {
        return bytes;
    }

    /** How many bytes of the array are JSON. */
    public int length() {
        return length;
    }

    /** What was written, as a tree. */
    JsonNode read() {
        try {
            return TREES.readTree(bytes, 0, length);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
