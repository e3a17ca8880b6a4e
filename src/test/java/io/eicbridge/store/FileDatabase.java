package io.eicbridge.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** An H2 file in a folder of its own, removed at the end. */
public final class FileDatabase implements Database {
    private final Path folder;
    private final Opened opened;

    public FileDatabase() {
        try {
            folder = Files.createTempDirectory("directory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        opened = new Opened(new StoreSettings("jdbc:h2:file:" + folder.resolve("directory"), "", ""));
    }

    @Override
    public StoreSettings settings() {
        return opened.settings();
    }

    @Override
    public Store store() {
        return opened.store();
    }

    @Override
    public Store reopen() {
        opened.close();
        return opened.store();
    }

    @Override
    public void close() {
        opened.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "H2 file";
    }
}
