package io.eicbridge.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads a zip that anybody may have made: in memory only, within limits, and nothing that points elsewhere. */
final class ZipContents {
    private static final long LARGEST_ZIP = 16L << 20;
    private static final int LARGEST_ENTRY = 8 << 20;
    private static final int LARGEST_TOTAL = 32 << 20;
    private static final int MOST_ENTRIES = 500;

    private ZipContents() {}

    /**
     * The files of the zip by name, in its order.
     *
     * @throws RefusedPackage for one that is broken, too large, or holds a link or a path that leads out of it
     * @throws IOException where it cannot be read
     */
    static Map<String, String> read(Path zip) throws IOException {
        if (Files.size(zip) > LARGEST_ZIP) {
            throw new RefusedPackage(
                    "The zip has more than " + (LARGEST_ZIP >> 20) + " MB; a connection package is small");
        }
        byte[] bytes = Files.readAllBytes(zip);
        ZipDirectory.refuseLinks(bytes);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            return files(entries);
        } catch (ZipException | IllegalArgumentException broken) {
            throw new RefusedPackage("The zip is broken: " + broken.getMessage());
        }
    }

    private static Map<String, String> files(ZipInputStream entries) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        int total = 0;
        int count = 0;
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            refuseName(entry.getName());
            if (++count > MOST_ENTRIES) {
                throw new RefusedPackage("The zip holds more than " + MOST_ENTRIES + " files");
            }
            byte[] content = content(entries, entry.getName(), LARGEST_TOTAL - total);
            total += content.length;
            if (!entry.isDirectory() && files.putIfAbsent(entry.getName(), text(content)) != null) {
                throw new RefusedPackage("The zip holds \"" + entry.getName() + "\" twice");
            }
        }
        if (files.isEmpty()) {
            throw new RefusedPackage("The zip holds no files, or is no zip");
        }
        return files;
    }

    private static void refuseName(String name) {
        boolean leadsOut = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":/")
                || name.matches("^[A-Za-z]:.*")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/")).contains("..");
        if (leadsOut) {
            throw new RefusedPackage("The zip holds a path that leads out of it: \"" + name + "\"");
        }
    }

    private static byte[] content(InputStream entry, String name, int left) throws IOException {
        int most = Math.min(LARGEST_ENTRY, left);
        byte[] content = entry.readNBytes(most + 1);
        if (content.length > most) {
            throw new RefusedPackage("\"" + name
                    + "\" makes the zip unpack to more than a connection package ever holds; it was not unpacked");
        }
        return content;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
