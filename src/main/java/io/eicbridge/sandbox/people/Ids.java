package io.eicbridge.sandbox.people;

import java.util.HexFormat;

/** Ids of 24 hexadecimal digits that ascend with the time of creation and carry the position. */
public final class Ids {
    /** As many positions as the last six digits of an id can tell apart. */
    public static final int LIMIT = 1 << 24;

    private static final HexFormat HEX = HexFormat.of();
    private final String middle;

    /** Ids of one workspace and kind of thing. */
    public Ids(Noise noise, int kind) {
        this.middle = HEX.toHexDigits(noise.bits(kind, 97), 10);
    }

    /** The id of the thing at a position, created in a Unix second. */
    public String of(long createdAt, int index) {
        return HEX.toHexDigits(createdAt, 8) + middle + HEX.toHexDigits(index, 6);
    }

    /** The position that an id carries, -1 where the id is not one of these; the caller compares the whole id. */
    public int indexOf(String id) {
        if (id.length() != 24 || !id.startsWith(middle, 8) || !isHex(id)) {
            return -1;
        }
        return HexFormat.fromHexDigits(id, 18, 24);
    }

    private static boolean isHex(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
