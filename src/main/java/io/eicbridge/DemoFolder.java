package io.eicbridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder where the demo keeps its directory, gone when the demo is over. */
record DemoFolder(Path path) implements AutoCloseable {
    static DemoFolder create() throws IOException {
        return new DemoFolder(Files.createTempDirectory("eic-bridge-demo"));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(path)) {
            for (Path file : deepestFirst()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
