package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs bin/eic-bridge under a real shell, with programs of its own in the place of Java and Maven. */
class LauncherTest {
    private static final String JAVA_17 = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.9" 2023-10-17' >&2; exit; fi
            case "$*" in *ArchiveClassesAtExit*) echo train >>"$TRACE"; exit;; esac
            pwd; for argument in "$@"; do echo "[$argument]"; done
            exit 7
            """;
    private static final String MAVEN_THAT_BUILDS =
            "#!/bin/sh\necho build >>\"$TRACE\"\nmkdir -p target\ntouch target/eic-bridge.jar\n";

    @TempDir
    private Path folder;

    private Path home;
    private Path tools;
    private Path trace;
    private final Map<String, String> environment = new HashMap<>();

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void unpack() throws IOException {
        folder = folder.toRealPath();
        home = Files.createDirectories(folder.resolve("a home"));
        tools = Files.createDirectories(folder.resolve("tools"));
        trace = folder.resolve("trace");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("bin/eic-bridge"), home.resolve("bin/eic-bridge"));
        for (String tool : List.of(
                "bash",
                "sh",
                "dirname",
                "basename",
                "readlink",
                "sed",
                "head",
                "tail",
                "grep",
                "cksum",
                "cut",
                "find",
                "mkdir",
                "mv",
                "touch")) {
            tool(tool, "#!/bin/sh\nexec " + where(tool) + " \"$@\"\n");
        }
        environment.put("TRACE", trace.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    private static Path where(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void tool(String name, String script) throws IOException {
        Files.writeString(tools.resolve(name), script);
        Files.setPosixFilePermissions(tools.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void distribution() throws IOException {
        Files.createFile(home.resolve("eic-bridge.jar"));
    }

    private void checkout() throws IOException {
        Files.createFile(home.resolve("pom.xml"));
        Files.createDirectories(home.resolve("src/main"));
        tool("javac", "#!/bin/sh\n");
    }

    private Ended typed(Path program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", tools.toString());
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder.directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Ended typed(String... arguments) throws IOException, InterruptedException {
        return typed(home.resolve("bin/eic-bridge"), arguments);
    }

    @Test
    void passesArgumentsAsTheyAreAndKeepsTheExitCode() throws Exception {
        distribution();
        tool("java", JAVA_17);

        Ended ended = typed("mapping", "preview", "contacts", "a b*");

        assertThat(ended.exitCode()).isEqualTo(7);
        assertThat(ended.out().lines().toList())
                .startsWith(home.toString())
                .contains("[-Deicbridge.home=" + home + "]")
                .endsWith("[-jar]", "[" + home + "/eic-bridge.jar]", "[mapping]", "[preview]", "[contacts]", "[a b*]");
    }

    @Test
    void splitsJavaOptionsAndPutsThemLast() throws Exception {
        distribution();
        tool("java", JAVA_17);
        environment.put("JAVA_OPTS", "-Xmx256m -Da=b");

        assertThat(typed("--version").out()).contains("[-Xmx256m]\n[-Da=b]\n[-jar]");
    }

    @Test
    void findsItsHomeBehindSymbolicLinks() throws Exception {
        distribution();
        tool("java", JAVA_17);
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home/bin/eic-bridge"));
        Path linkToLink = Files.createSymbolicLink(tools.resolve("eic-bridge"), link);

        assertThat(typed(linkToLink, "--version").out()).contains("[-Deicbridge.home=" + home + "]");
    }

    @Test
    void saysWhatToInstallWhereJavaIsMissing() throws Exception {
        distribution();

        Ended ended = typed("demo");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Java is missing. Install a JDK 17");
    }

    @Test
    void refusesAnOldJava() throws Exception {
        distribution();
        tool("java", "#!/bin/sh\necho 'java version \"1.8.0_402\"' >&2\n");

        assertThat(typed("demo").err()).contains("is Java 1.8.0_402, but 17 or later is needed");
    }

    @Test
    void saysThatJavaHomeIsWrong() throws Exception {
        distribution();
        tool("java", JAVA_17);
        environment.put("JAVA_HOME", "/nowhere");

        assertThat(typed("demo").err()).contains("JAVA_HOME is '/nowhere'");
    }

    @Test
    void preparesAFasterStartOnlyOnce() throws Exception {
        distribution();
        tool("java", JAVA_17);

        assertThat(typed("run").err()).contains("preparing a faster start");
        assertThat(typed("run").err()).isEmpty();
        assertThat(trace).content().isEqualToIgnoringNewLines("train");
    }

    @Test
    void startsWhereNothingCanBePreparedForAFasterStart() throws Exception {
        distribution();
        tool("java", JAVA_17);
        environment.put("XDG_CACHE_HOME", home.resolve("eic-bridge.jar").toString());

        assertThat(typed("run").exitCode()).isEqualTo(7);
    }

    @Test
    void buildsACheckoutOnFirstUseAndWhenSourcesAreNewer() throws Exception {
        checkout();
        tool("java", JAVA_17);
        tool("mvn", MAVEN_THAT_BUILDS);

        assertThat(typed("--version").err()).contains("building");
        assertThat(typed("--version").err()).isEmpty();
        Path source = Files.createFile(home.resolve("src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(typed("--version").err()).contains("building");
        assertThat(trace).content().isEqualTo("build\nbuild\n");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        checkout();
        tool("java", JAVA_17);

        assertThat(typed("demo").err()).contains("Maven is missing");
    }

    @Test
    void saysThatACompilerIsMissing() throws Exception {
        checkout();
        tool("java", JAVA_17);
        tool("mvn", MAVEN_THAT_BUILDS);
        Files.delete(tools.resolve("javac"));

        assertThat(typed("demo").err()).contains("Install a JDK 17 or later, not only a runtime");
    }

    @Test
    void showsTheEndOfAFailedBuildAndKeepsTheWhole() throws Exception {
        checkout();
        tool("java", JAVA_17);
        tool("mvn", "#!/bin/sh\necho 'cannot find symbol'\nexit 1\n");

        Ended ended = typed("demo");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("cannot find symbol", "the build failed", "target/build.log");
        assertThat(home.resolve("target/build.log")).content().contains("cannot find symbol");
    }

    @Test
    void saysThatADistributionIsIncomplete() throws Exception {
        tool("java", JAVA_17);

        assertThat(typed("demo").err()).contains("is missing: this copy of the program is incomplete");
    }
}
