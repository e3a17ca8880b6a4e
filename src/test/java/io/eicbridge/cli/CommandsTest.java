package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {
    private BridgeOverHttp running;
    private Typed typed;

    @BeforeEach
    void start() throws IOException {
        running = new BridgeOverHttp();
        typed = new Typed(running.port());
    }

    @AfterEach
    void stop() {
        running.close();
    }

    static Stream<String> everyCommand() {
        return names(new Typed(0).line());
    }

    private static Stream<String> names(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec().qualifiedName()),
                line.getSubcommands().values().stream().flatMap(CommandsTest::names));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void explainsEveryCommandWithAnExample(String name) {
        String[] arguments = (name + " --help").replaceFirst("eic-bridge ", "").split(" ");

        assertThat(typed.execute(arguments)).isZero();
        assertThat(typed.out())
                .contains("Usage: " + name, "Example:", "  eic-bridge")
                .contains("--help", "--version");
    }

    @Test
    void tellsTheVersion() {
        assertThat(typed.execute("--version")).isZero();
        assertThat(typed.out()).startsWith("eic-bridge ").contains("Java ");
    }

    @Test
    void asksForACommand() {
        assertThat(typed.execute()).isEqualTo(2);
        assertThat(typed.err()).contains("eic-bridge --help");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(typed.execute("imprt", "contacts")).isEqualTo(2);
        assertThat(typed.err()).contains("imprt", "import");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertThat(typed.execute("import", "contacts", "--dryrun")).isEqualTo(2);
        assertThat(typed.err()).contains("--dryrun").contains("--dry-run");
    }

    @Test
    void startsWhatIsAskedFor() {
        typed.execute("run");
        typed.execute("run", "--dev");
        typed.execute("demo");
        typed.execute("demo", "--exit");

        assertThat(typed.started()).containsExactly("run", "run that is edited", "demo", "demo that ends");
    }

    @Test
    void passesTheOptionsOfASandbox() {
        typed.execute(
                "sandbox",
                "--intercom-port",
                "0",
                "--contacts",
                "100000",
                "--seed",
                "7",
                "--latency",
                "50",
                "--teammates",
                "3",
                "--token",
                "t",
                "--index-lag",
                "2",
                "--api-version",
                "2.17");

        assertThat(typed.started()).containsExactly(new SandboxOptions(0, 100_000, 7, 50, 3, "t", 2, "2.17"));
    }

    @Test
    void namesTheCommandsWhereOneIsMissingOrUnknown() {
        assertThat(typed.execute("routes")).isEqualTo(2);
        assertThat(typed.execute("xyzzy")).isEqualTo(2);
        assertThat(typed.err())
                .contains(
                        "commands of eic-bridge routes are check, reload.",
                        "commands of eic-bridge are run, demo, import,");
    }

    @Test
    void refusesImpossibleNumbersForASandbox() {
        assertThat(typed.execute("sandbox", "--intercom-port", "70000")).isEqualTo(2);
        assertThat(typed.execute("sandbox", "--contacts", "-1")).isEqualTo(2);
        assertThat(typed.execute("sandbox", "--contacts", "many")).isEqualTo(2);
        assertThat(typed.execute("sandbox", "--contacts", "99000000")).isEqualTo(2);
        assertThat(typed.execute("sandbox", "--api-version", "newest")).isEqualTo(2);
        assertThat(typed.err())
                .contains(
                        "--intercom-port is 70000; allowed is 0 to 65535",
                        "--contacts is -1; allowed is 0 to 16000000",
                        "'many' is no whole number",
                        "--api-version is newest; allowed is a version like 2.16");
        assertThat(typed.started()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongInARouteWithFileLineAndRemedy() {
        typed.finding(new RouteFinding(
                "routes/import.camel.yaml", 12, "unknown step 'setPropperty'", "steps of Camel", "write setProperty"));

        assertThat(typed.execute("routes", "check")).isEqualTo(1);
        assertThat(typed.out())
                .contains(
                        "routes/import.camel.yaml:12: unknown step 'setPropperty'",
                        "remedy: write setProperty",
                        "1 found");
    }

    @Test
    void saysThatTheRoutesAreInOrder() {
        assertThat(typed.execute("routes", "check")).isZero();
        assertThat(typed.out().strip()).isEqualTo("The routes are in order.");
    }

    @Test
    void saysWhatAReloadBroughtToLife() {
        running.on("POST /routes/reloads", 200, "{\"reload\":2}")
                .on("GET /routes/reloads/2", 200, "{\"reload\":2,\"state\":\"running\"}")
                .on(
                        "GET /routes/reloads/2",
                        200,
                        "{\"state\":\"live\",\"changed\":[\"import\",\"import-run\"],\"added\":[],\"gone\":[\"old\"],\"millis\":210}");

        assertThat(typed.execute("routes", "reload")).isZero();
        assertThat(typed.out())
                .contains("Changed: import, import-run", "Gone: old", "The routes are live, after 210 ms.")
                .doesNotContain("New:");
    }

    @Test
    void saysThatAReloadHadNothingToDo() {
        running.on("POST /routes/reloads", 200, "{\"reload\":1}")
                .on("GET /routes/reloads/1", 200, "{\"state\":\"unchanged\"}");

        assertThat(typed.execute("routes", "reload")).isZero();
        assertThat(typed.out()).contains("nothing was replaced");
    }

    @Test
    void saysWhyTheRoutesBeforeGoOnAfterAReload() {
        running.on("POST /routes/reloads", 200, "{\"reload\":1}")
                .on(
                        "GET /routes/reloads/1",
                        200,
                        "{\"state\":\"broken\",\"reason\":\"The routes before go on. The routes are not in order.\",\"problems\":[{\"file\":\"routes/a.yaml\","
                                + "\"line\":3,\"column\":5,\"message\":\"unknown step\",\"remedy\":\"Correct it\"}]}");

        assertThat(typed.execute("routes", "reload")).isEqualTo(1);
        assertThat(typed.out())
                .contains(
                        "routes/a.yaml:3: unknown step",
                        "remedy: Correct it",
                        "The routes before go on. The routes are not in order.");
    }

    @Test
    void saysThatThereIsNothingToReloadWhereNoBridgeRuns() {
        running.close();

        assertThat(typed.execute("routes", "reload")).isEqualTo(1);
        assertThat(typed.err()).contains("No bridge runs here, so there is nothing to reload", "routes check");
    }

    @Test
    void failsTheCheckWhenOneLineFailsAndSaysWhatToDo() {
        typed.checking(
                new CheckLine("token", CheckLine.Outcome.OK, "workspace abc", ""),
                new CheckLine("contacts", CheckLine.Outcome.FAILED, "403", "Grant 'Read users'."),
                new CheckLine("search", CheckLine.Outcome.SKIPPED, "", ""));

        assertThat(typed.execute("check")).isEqualTo(1);
        assertThat(typed.out())
                .contains("token     ok", "contacts  failed", "search    skipped", "contacts: Grant 'Read users'.");
    }

    @Test
    void passesTheCheckWhenNothingFails() {
        assertThat(typed.checking(new CheckLine("token", CheckLine.Outcome.OK, "", ""))
                        .execute("check"))
                .isZero();
    }

    @Test
    void showsTheMapping() {
        running.on(
                "GET /mapping/contacts",
                200,
                "{\"accounts\":[{\"column\":\"NAME\",\"source\":\"external_id\",\"type\":\"char\"},"
                        + "{\"column\":\"CUSTOMPROPERTY9\",\"source\":\"browser\",\"type\":\"char\",\"volatile\":true}],"
                        + "\"entitlements\":{\"Tag\":[{\"column\":\"displayName\",\"source\":\"name\",\"type\":\"char\"}]}}");

        assertThat(typed.execute("mapping", "show", "contacts")).isZero();
        assertThat(typed.out())
                .contains("Accounts", "CUSTOMPROPERTY9  browser      char  volatile", "Tag", "displayName");
    }

    @Test
    void showsWhatTheMappingMakesOfOneRecord() {
        running.on(
                "GET /mapping/contacts/abc",
                200,
                "{\"columns\":{\"NAME\":\"jo\\u001b[31m\"},\"volatile\":{\"CUSTOMPROPERTY9\":\"x\"},\"cut\":2}");

        assertThat(typed.execute("mapping", "preview", "contacts", "abc")).isZero();
        assertThat(typed.out())
                .contains("jo [31m", "volatile", "2 values were longer")
                .doesNotContain("\u001b");
    }

    @Test
    void listsDeadLetters() {
        running.on(
                "GET /dead-letters?endpoint=&limit=50",
                200,
                "{\"deadLetters\":[{\"id\":5,\"endpoint\":\"contacts\",\"kind\":\"record\",\"subject\":\"abc\",\"run\":17,"
                        + "\"reason\":\"no id\",\"createdAt\":\"2026-11-24T10:00:00Z\"}],\"total\":3}");

        assertThat(typed.execute("dead-letters", "list")).isZero();
        assertThat(typed.out()).contains("5   contacts  record  abc      17", "no id", "1 of 3");
    }

    @Test
    void showsADeadLetterWithItsRecord() {
        running.on("GET /dead-letters/5", 200, "{\"id\":5,\"reason\":\"no id\",\"payload\":{\"name\":\"Jo\"}}");

        assertThat(typed.execute("dead-letters", "show", "5")).isZero();
        assertThat(typed.out()).contains("id: 5", "reason: no id", "\"name\" : \"Jo\"");
    }

    @Test
    void saysThatADeadLetterIsUnknown() {
        assertThat(typed.execute("dead-letters", "show", "6")).isEqualTo(1);
        assertThat(typed.err().strip()).isEqualTo("There is nothing at GET /dead-letters/6.");
    }
}
