package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.ImportOrder;
import io.eicbridge.cli.RemoteBridge;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Makes the changes of docs/editing-routes.md as they are written there, in a bridge that runs with --dev. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditingRoutesTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String ENDED = "Import ended: complete .*endpoint=";

    @TempDir
    private static Path folder;

    private static IntercomSandbox sandbox;
    private static Child bridge;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        sandbox = IntercomSandbox.start(SandboxSettings.defaults().withContacts(20));
        port = TestBed.freePort();
        Path connections = Connections.in(folder.resolve("own"))
                .column("customproperty1", "custom_attributes.born~#~date")
                .folder();
        bridge = Home.in(
                        folder,
                        Map.of(
                                "intercom.url", sandbox.url().toString(),
                                "intercom.access-token", "a-token",
                                "bridge.port", Integer.toString(port),
                                "bridge.management-port", Integer.toString(TestBed.freePort()),
                                "bridge.api-token", TestBed.API_TOKEN,
                                "connections.folder", connections.toString(),
                                "directory.url", "jdbc:h2:mem:editing"))
                .start("run", "--dev")
                .whenSaid("The routes that run are those of the folder", 1);
    }

    @AfterAll
    static void stop() {
        bridge.close();
        sandbox.close();
    }

    @Test
    @Order(1)
    void anotherSchedule() throws IOException {
        make("Another schedule", 1);
        bridge.whenSaid("are live .*new: import-schedules-teammates-noon", 1);

        Path schedules = folder.resolve("routes/import-schedules.camel.yaml");
        String text = Files.readString(schedules);
        assertThat(text).contains("0 0 12 ? * MON-FRI");
        Files.writeString(schedules, text.replace("0 0 12 ? * MON-FRI", "* * * * * ?"));
        bridge.whenSaid(ENDED + "teammates", 1);

        Files.writeString(schedules, text);
        bridge.whenSaid("are live .*changed: import-schedules-teammates-noon", 2);
    }

    @Test
    @Order(2)
    void anExtraStepAfterAnImport() throws IOException {
        make("An extra step after an import", 2);
        bridge.whenSaid("are live .*changed: import-run", 1);

        long run = imported("contacts");

        Path report = folder.resolve("reports/contacts-" + run + ".json");
        Awaitility.await().atMost(SOON).until(() -> Files.exists(report));
        assertThat(new ObjectMapper().readTree(report.toFile()).path("outcome").asText())
                .isEqualTo("complete");
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            assertThat(files).containsExactly(report);
        }
    }

    @Test
    @Order(3)
    void anotherDeadLetterTarget() throws IOException {
        String bad = sandbox.controls().createContact(Map.of("role", "user", "custom_attributes.born", "some day"));
        make("Another dead-letter target", 2);
        bridge.whenSaid("are live .*changed: import-accounts-page", 1);

        imported("contacts");

        Path letter = folder.resolve("dead-letters/" + bad + ".txt");
        Awaitility.await().atMost(SOON).until(() -> Files.exists(letter));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(letter).content().containsIgnoringCase("customproperty1"));
        assertThat(bridge.lines("ERROR")).as(bridge::said).isEmpty();
    }

    private static void make(String title, int steps) throws IOException {
        WorkedChange change = WorkedChange.of(title);
        assertThat(change.steps()).hasSize(steps);
        change.steps().forEach(step -> step.in(folder));
    }

    private static long imported(String endpoint) {
        Bridge api = RemoteBridge.find(port, TestBed.API_TOKEN).orElseThrow();
        long run = api.startImport(new ImportOrder(endpoint, "full", false))
                .path("run")
                .asLong();
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> "complete"
                .equals(api.progress(run).path("state").asText()));
        return run;
    }
}
