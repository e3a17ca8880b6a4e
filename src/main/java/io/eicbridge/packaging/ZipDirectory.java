package io.eicbridge.packaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The directory at the end of a zip, which says of each file what Java's own reader does not tell: whether it is a link. */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int FILE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int FILE_LENGTH = 46;
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;

    private ZipDirectory() {}

    /** @throws RefusedPackage if any file in it is a symbolic link, or there is no directory */
    static void refuseLinks(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = bytes.getInt(end(bytes) + 16);
        if (at < 0 || at > zip.length - 4 || bytes.getInt(at) != FILE) {
            throw new RefusedPackage("The zip is broken: its directory is not where it says");
        }
        while (at >= 0 && at + FILE_LENGTH <= zip.length && bytes.getInt(at) == FILE) {
            int mode = bytes.getInt(at + 38) >>> 16;
            if ((mode & KIND) == LINK) {
                throw new RefusedPackage("The zip holds a link to another file");
            }
            at += FILE_LENGTH + size(bytes, at + 28) + size(bytes, at + 30) + size(bytes, at + 32);
        }
    }

    private static int size(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static int end(ByteBuffer bytes) {
        for (int at = bytes.limit() - END_LENGTH; at >= 0; at--) {
            if (bytes.getInt(at) == END) {
                return at;
            }
        }
        throw new RefusedPackage("The file is no zip, or is cut off");
    }
}
