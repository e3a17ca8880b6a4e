package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.ImportOrder;
import io.eicbridge.failure.Rejected;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits the routes of a bridge that runs and imports. */
class LiveRoutesTest {
    private static final int CONTACTS = 600;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PAGE = "/contacts";

    @TempDir
    private Path folder;

    private TestBed bed;

    @BeforeEach
    void prepare() {
        Home home = Home.in(folder, Map.of());
        bed = TestBed.of(
                        SandboxSettings.defaults().withContacts(CONTACTS).withCallsPerWindow(1_000_000),
                        "jdbc:h2:mem:live-routes-" + System.nanoTime())
                .at(home);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void aRunInTheMiddleGoesOnWithTheNewRoutesAndLosesOrRepeatsNoPage() {
        bed.start(RouteSelection.ALL);
        long run = slowly(false);
        sayInTheLog("Import came to its end");

        assertThat(reloaded().path("state").asText()).isEqualTo("live");
        assertThat(bed.state(run)).isEqualTo("running");
        bed.sandbox().faults().clear();

        JsonNode report = bed.ended(run).path("report");
        int pages = pages();
        assertThat(report.path("run").asLong()).isEqualTo(run);
        assertThat(report.path("read").asInt()).isEqualTo(CONTACTS);
        assertThat(report.path("accounts").path("created").asInt()).isEqualTo(CONTACTS);
        SameAsIntercom.contacts(bed, report);
        bed.sandbox().traffic().reset();
        assertThat(bed.fullImport("contacts").path("accounts").path("unchanged").asInt())
                .isEqualTo(CONTACTS);
        assertThat(pages).isEqualTo(pages());
    }

    @Test
    void aDryRunInTheMiddleGoesOnWithWhatItRemembers() {
        bed.start(RouteSelection.ALL);
        long run = slowly(true);
        sayInTheLog("Import came to its end");

        assertThat(reloaded().path("state").asText()).isEqualTo("live");
        assertThat(bed.state(run)).isEqualTo("running");
        bed.sandbox().faults().clear();

        JsonNode report = bed.ended(run).path("report");
        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(report.path("read").asInt()).isEqualTo(CONTACTS);
        assertThat(report.path("accounts").path("created").asInt()).isEqualTo(CONTACTS);
    }

    @Test
    void anImportThatWaitsForATargetedRunDoesNotKeepTheRoutesFromBeingReplaced() {
        bed.with("routes.suspend-limit", "5000").start(RouteSelection.ALL);
        bed.fullImport("contacts");
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.SLOW).on("/contacts/*").times(1).withDelay(Duration.ofSeconds(2)));
        String contact = bed.served("contacts").active().first();
        CompletableFuture<JsonNode> targeted = CompletableFuture.supplyAsync(() -> bed.one(contact));
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> bed.store()
                .read(handle -> handle.createQuery("select count(*) from slices where kind = 'confirm-account'")
                                .mapTo(Long.class)
                                .one()
                        > 0));
        CompletableFuture<ObjectNode> waiting = CompletableFuture.supplyAsync(
                () -> running().startImport(new ImportOrder("contacts", "full", false, null)));
        sayInTheLog("Import came to its end");

        assertThat(reloaded().path("state").asText()).isEqualTo("live");

        assertThat(bed.ended(waiting.join().path("run").asLong())
                        .path("report")
                        .path("outcome")
                        .asText())
                .isEqualTo("complete");
        assertThat(targeted.join()).isNotNull();
    }

    @Test
    void anApprovalInTheMiddleIsApprovedOn() {
        Path limits = Connections.in(folder.resolve("own"))
                .contacts("accountThresholdValue", 2)
                .folder();
        bed.with("connections.folder", limits.toString())
                .with("import.parallel", "1")
                .start(RouteSelection.ALL);
        bed.fullImport("contacts");
        List<String> archived = List.copyOf(bed.served("contacts").active()).subList(0, 5);
        archived.forEach(bed.sandbox().controls()::archive);
        long run = bed.begin("contacts", false);
        assertThat(bed.ended(run).path("state").asText()).isEqualTo("held");
        bed.sandbox().traffic().reset();
        bed.sandbox().faults().add(Fault.of(FaultKind.SLOW).on("/contacts/*").withDelay(Duration.ofSeconds(1)));
        bed.bridge().wiring().desk().approve(Long.toString(run));
        Awaitility.await().atMost(SOON).until(() -> bed.sandbox().traffic().total() >= 2);
        sayInTheLog("Import came to its end");

        assertThat(reloaded().path("state").asText()).isEqualTo("live");
        bed.sandbox().faults().clear();

        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> "complete"
                .equals(bed.state(run)));
        assertThat(bed.served("contacts").active()).doesNotContainAnyElementsOf(archived);
    }

    /** Begins an import whose pages take so long that it is in the middle whenever the new routes are ready. */
    private long slowly(boolean dry) {
        bed.sandbox().faults().add(Fault.of(FaultKind.SLOW).on(PAGE).after(2).withDelay(Duration.ofSeconds(1)));
        long run = bed.begin("contacts", dry);
        untilPages(2);
        return run;
    }

    @Test
    void aRunThatDoesNotEndItsPageInTimeKeepsTheOldRoutesAndGoesOn() {
        bed.with("routes.suspend-limit", "100").start(RouteSelection.ALL);
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.SLOW).on(PAGE).after(2).times(1).withDelay(Duration.ofSeconds(3)));
        long run = bed.begin("contacts", false);
        untilPages(2);
        sayInTheLog("Import came to its end");

        ObjectNode refused = reloaded();

        assertThat(refused.path("state").asText()).isEqualTo("refused");
        assertThat(refused.path("reason").asText())
                .contains("the page of run " + run + " does not end within 100 ms", "Try again");
        JsonNode report = bed.ended(run).path("report");
        assertThat(report.path("outcome").asText()).isEqualTo("complete");
        assertThat(report.path("accounts").path("created").asInt()).isEqualTo(CONTACTS);
    }

    private void untilPages(int some) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> pages() >= some);
    }

    @Test
    void anEditIsLiveAsSoonAsItIsSavedHoweverTheEditorSaves() throws IOException {
        bed.start(RouteSelection.ALL).bridge().editedLive(bed.settings());
        Path yard = folder.resolve("routes/yard.camel.yaml");

        Files.writeString(yard, "- route:\n    id: yard\n    descr");
        Files.writeString(yard, route("yard", "in the yard"));
        untilAnswered("/yard", "in the yard");

        Path draft = Files.writeString(folder.resolve("routes/.yard.tmp"), route("yard", "still in the yard"));
        Files.move(draft, yard, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        untilAnswered("/yard", "still in the yard");

        Files.move(yard, folder.resolve("routes/garden.camel.yaml"));
        Files.writeString(folder.resolve("routes/garden.camel.yaml"), route("garden", "in the garden"));
        untilAnswered("/garden", "in the garden");
        assertThat(bed.answer(bed.api("/yard")).body()).contains("\"errorCode\":\"1\"");
    }

    @Test
    void whatBreaksARuleIsToldWithItsPlaceAndChangesNothing() {
        bed.start(RouteSelection.ALL);
        edit("import.camel.yaml", "message: \"Import ended: ${variable.run}\"", "message: \"${body}\"");

        ObjectNode broken = reloaded();

        assertThat(broken.path("state").asText()).isEqualTo("broken");
        assertThat(broken.path("problems")).anySatisfy(problem -> {
            assertThat(problem.path("file").asText()).endsWith("import.camel.yaml");
            assertThat(problem.path("line").asInt()).isEqualTo(lineOf("import.camel.yaml", "message: \"${body}\""));
            assertThat(problem.path("message").asText()).contains("a body or header in a log message");
        });
        assertThat(bed.fullImport("teammates").path("outcome").asText()).isEqualTo("complete");
    }

    @Test
    void aRouteThatTheProgramCallsCannotVanish() {
        bed.start(RouteSelection.ALL);
        edit("import.camel.yaml", "direct:import-run", "direct:import-carry-out");
        edit("import.camel.yaml", "id: import-run", "id: import-carry-out");

        assertThat(reloaded().path("problems").path(0).path("message").asText())
                .isEqualTo("no route reads from 'direct:import-run', which the program calls");
    }

    @Test
    void thereIsNothingToAskForBeforeAReload() {
        bed.start(RouteSelection.ALL);

        assertThatThrownBy(() -> running().routesReload(1))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("There is no reload \"1\"");
    }

    private int pages() {
        return (int) bed.sandbox().traffic().answers("GET", PAGE, 200);
    }

    private Bridge running() {
        return Here.running(bed.settings().bridge()).orElseThrow();
    }

    /** Asks for a reload as the command does, and for its end. */
    private ObjectNode reloaded() {
        Bridge bridge = running();
        long number = bridge.reloadRoutes().path("reload").asLong();
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> bridge.routesReload(number), state -> !"running"
                        .equals(state.path("state").asText()));
    }

    private void untilAnswered(String path, String words) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(
                        bed.answer(bed.api(path)).body())
                .isEqualTo(words));
    }

    private void sayInTheLog(String words) {
        edit("import.camel.yaml", "Import ended", words);
    }

    private int lineOf(String file, String text) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("routes").resolve(file));
            return 1
                    + IntStream.range(0, lines.size())
                            .filter(at -> lines.get(at).contains(text))
                            .findFirst()
                            .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void edit(String file, String old, String now) {
        Path edited = folder.resolve("routes").resolve(file);
        try {
            String text = Files.readString(edited);
            assertThat(text).contains(old);
            Files.writeString(edited, text.replace(old, now));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String route(String id, String words) {
        return "- route:\n    id: " + id + "\n    description: Says something\n    from:\n      uri: platform-http:/"
                + id + "\n      steps:\n        - setBody: { expression: { constant: { expression: " + words
                + " } } }\n";
    }
}
