package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks the distribution as an operator does and starts it on a PATH without Maven; needs the build's zip. */
class DistributionIT {
    private static final Path ZIP = Path.of("target/eic-bridge.zip").toAbsolutePath();
    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "dirname",
            "basename",
            "readlink",
            "sed",
            "head",
            "grep",
            "cksum",
            "cut",
            "touch",
            "mv",
            "mkdir");

    @TempDir
    private Path folder;

    private Path home;

    private record Ended(int exitCode, String out) {}

    @BeforeEach
    void unpack() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true));
                Stream<Path> entries = Files.walk(zip.getPath("/"))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                Path file = folder.resolve(entry.toString().substring(1));
                Files.createDirectories(file.getParent());
                Files.copy(entry, file);
                Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
            }
        }
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.findFirst().orElseThrow();
        }
    }

    @Test
    void holdsWhatOperatorsReadAndEdit() {
        assertThat(home.resolve("eic-bridge.jar")).isRegularFile();
        assertThat(home.resolve("lib")).isDirectoryContaining("glob:**/camel-core-*.jar");
        assertThat(home.resolve("lib")).isDirectoryNotContaining("glob:**/{junit,assertj,archunit,mockito}*.jar");
        assertThat(home.resolve("routes")).isDirectoryContaining("glob:**/intercom-call.camel.yaml");
        assertThat(home.resolve("connections/contacts/ImportAccountEntJSON.json"))
                .isRegularFile();
        assertThat(home.resolve("application.properties")).isRegularFile();
        assertThat(home.resolve("LICENSE")).isRegularFile();
        assertThat(home.resolve("target")).doesNotExist();
    }

    @Test
    void runsWithoutMavenAndWithoutAnySetting() throws Exception {
        Ended version = program("--version");
        Ended check = program("routes", "check");

        assertThat(version.out()).startsWith("eic-bridge ");
        assertThat(version.exitCode()).isZero();
        assertThat(check.out()).isEqualTo("The routes are in order.\n");
        assertThat(check.exitCode()).isZero();
    }

    private Ended program(String... arguments) throws Exception {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("bin/eic-bridge").toString()), Stream.of(arguments))
                        .toList());
        builder.environment().clear();
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as(Files.readString(errors))
                .isTrue();
        return new Ended(process.exitValue(), out);
    }

    /** A folder with what the launcher needs and nothing else, as scripts: a link would lead out of the folder. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + installed(tool) + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return tools;
    }

    private static Path installed(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
