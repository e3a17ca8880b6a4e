package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.cli.Commands;
import io.eicbridge.cli.RouteFinding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesLintTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path copy;

    @Test
    void everyRuleHoldsInTheRoutesOfTheRepositoryAndTheyLoad() {
        assertThat(new RoutesCheck(HOME).findings()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            method: "prove(${variable.run})" | method: "proof(${variable.run})"       | found 'completeness.proof'
            method: "prove(${variable.run})" | method: "prove(${variable.run}, 1)"    | with 2 arguments; it takes 1
            ref: accountMapping              | ref: accountMap                        | found the bean 'accountMap'
            direct:import-accounts-slice }   | direct:import-accounts-slize }         | direct:import-accounts-slize
            setVariable: { name: slice       | setVarible: { name: slice              | Unknown node id: setVarible
            parallelProcessing: "true"       | parallelProcesing: "true"              | parallelProcesing
            breakOnShutdown: "true"          | breakOnShutdown: "{{import.breaking}}" | {{import.breaking}}
            id: import-accounts-page         | id: pages-of-accounts                  | pages-of-accounts
            description: Fetches,            | description: Fetches:                  | no YAML
            """)
    void tellsFileLineAndRemedyOfWhatIsBroken(String sound, String broken, String found) throws IOException {
        copyWith("import-accounts.camel.yaml", sound, broken);
        Path file = copy.resolve("routes/import-accounts.camel.yaml");

        assertThat(new RoutesCheck(copy).findings()).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file.toString());
            assertThat(finding.line()).isEqualTo(lineOf(broken, file));
            assertThat(finding.found()).contains(found);
            assertThat(finding.remedy()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${variable.answer.body}",
                "${variable.answer.bodyAs(String)}",
                "${variable.call?.body.toString}",
                "${in.body[name]}",
                "${headers}"
            })
    void refusesABodyInALogMessageWhereverItComesFrom(String expression) throws IOException {
        copyWith("import.camel.yaml", "ended: ${variable.run}", "ended: " + expression);

        assertThat(new RoutesCheck(copy).findings())
                .anySatisfy(finding -> assertThat(finding.found()).contains("in a log message", expression));
    }

    @Test
    void tellsAllThatIsBrokenAtOnce() throws IOException {
        copyWith("import.camel.yaml", "ended: ${variable.run}", "ended: ${body}");
        replace(copy.resolve("routes/intercom-call.camel.yaml"), "error-handling-calls", "error-handling-cals");
        replace(copy.resolve("application.properties"), "intercom.redeliveries = 5\n", "");

        List<RouteFinding> findings = new RoutesCheck(copy).findings();

        assertThat(findings.stream()
                        .map(finding -> Path.of(finding.file()).getFileName().toString()))
                .contains("error-handling.camel.yaml", "import.camel.yaml", "intercom-call.camel.yaml");
    }

    @Test
    void theCommandPrintsTheFindingsAndFails() throws IOException {
        copyWith("import-accounts.camel.yaml", "ref: accountStore", "ref: accountStor");
        Path file = copy.resolve("routes/import-accounts.camel.yaml");
        StringWriter out = new StringWriter();

        int exit =
                Commands.line(new Here(copy)).setOut(new PrintWriter(out, true)).execute("routes", "check");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "import-accounts.camel.yaml:" + lineOf("accountStor,", file) + ": found the bean 'accountStor'")
                .contains("remedy: Correct the name")
                .endsWith("1 found.\n");
    }

    private void copyWith(String file, String sound, String broken) throws IOException {
        for (String folder : List.of("routes", "connections", "application.properties")) {
            copy(HOME.resolve(folder));
        }
        replace(copy.resolve("routes").resolve(file), sound, broken);
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(HOME.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static int lineOf(String text, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return 1
                + IntStream.range(0, lines.size())
                        .filter(line -> lines.get(line).contains(text))
                        .findFirst()
                        .orElseThrow();
    }

    private static void replace(Path file, String sound, String broken) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as("the text to break in " + file).contains(sound);
        Files.writeString(file, text.replace(sound, broken));
    }
}
