package io.eicbridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder like that of an unpacked distribution, and the environment that an operator starts the program in. */
record Home(Path folder, Map<String, String> settings) {
    private static final Path REPOSITORY = Path.of("").toAbsolutePath();

    /** A new home with the shipped routes, connections and settings; {@code settings} go to the environment. */
    static Home in(Path folder, Map<String, String> settings) {
        copy(Path.of("application.properties"), folder);
        copy(Path.of("routes"), folder);
        copy(Path.of("connections"), folder);
        return new Home(folder, Map.copyOf(settings));
    }

    Home with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(key, value);
        return new Home(folder, changed);
    }

    /** Starts the program in a process of its own. */
    Child start(String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Deicbridge.home=" + folder,
                                "-cp",
                                classPath(),
                                Application.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        settings.forEach((key, value) -> builder.environment()
                .put(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the tests' own classes, whose logging is another one. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static void copy(Path what, Path folder) {
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve(what))) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(REPOSITORY.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
