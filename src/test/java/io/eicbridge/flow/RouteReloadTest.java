package io.eicbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.Reloaded.Outcome;
import io.eicbridge.flow.door.Departures;
import io.eicbridge.flow.door.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteReloadTest {
    private static final Path SHIPPED = Path.of("src/test/resources/routes-reload");
    private static final Duration SOON = Duration.ofSeconds(10);
    private final HttpClient http = HttpClient.newHttpClient();
    private final House house = new House();
    private final Main main = new Main();

    @TempDir
    private Path folder;

    private int port;
    private RouteReload reload;

    @BeforeEach
    void start() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        port = freePort();
        Map.of(
                        "camel.server.enabled", "true",
                        "camel.server.host", "127.0.0.1",
                        "camel.server.port", Integer.toString(port),
                        "camel.component.direct.block", "false")
                .forEach(main::addInitialProperty);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setRoutesCollectorEnabled(false);
        main.bind("house", house);
        main.bind("departures", new Departures());
        main.init();
        RouteSet routes = new RouteFolder(folder).load(camel(), RouteSelection.ALL);
        main.start();
        Door door = Door.of(camel(), port);
        reload = reload(routes, door, SOON);
    }

    private RouteReload reload(RouteSet routes, Door door, Duration limit) {
        return new RouteReload(
                camel(),
                new RouteFolder(folder),
                routes,
                new RouteReload.Terms(
                        set -> set.dryRun(Surroundings.of(camel())), List.of(new CallsAtRest(camel(), door)), limit));
    }

    @AfterEach
    void stop() {
        house.patience.countDown();
        main.stop();
    }

    @Test
    void bringsAChangedRouteToLife() throws Exception {
        assertThat(door("hello")).isEqualTo("first hello");
        edit("door.camel.yaml", "'first'", "'second'");

        Reloaded result = reload.reload();

        assertThat(result.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(result.changes()).isEqualTo(new RouteChanges(List.of("door-answer"), List.of(), List.of()));
        assertThat(door("hello")).isEqualTo("second hello");
    }

    @Test
    void bringsANewFileToLifeBeforeTheRouteThatTakesEverythingElse() throws Exception {
        assertThat(get("/yard")).isEqualTo("nobody lives here");
        Files.writeString(folder.resolve("yard.camel.yaml"), route("yard", "platform-http:/yard", "in the yard"));

        assertThat(reload.reload().changes().added()).containsExactly("yard");
        assertThat(get("/yard")).isEqualTo("in the yard");
        assertThat(get("/street")).isEqualTo("nobody lives here");
    }

    @Test
    void aRenamedRouteLivesUnderItsNewNameAlone() {
        edit("clock.camel.yaml", "id: clock", "id: clock-of-the-tower");

        Reloaded result = reload.reload();

        assertThat(result.changes().toString()).isEqualTo("new: clock-of-the-tower; gone: clock");
        assertThat(ids()).contains("clock-of-the-tower").doesNotContain("clock");
        assertThat(model().getRouteDefinition("clock")).isNull();
    }

    @Test
    void whatVanishesFromAFileAndAWholeFileAreGone() throws Exception {
        String text = Files.readString(folder.resolve("door.camel.yaml"));
        Files.writeString(
                folder.resolve("door.camel.yaml"), text.substring(0, text.indexOf("- route:\n    id: door-elsewhere")));
        Files.delete(folder.resolve("clock.camel.yaml"));

        assertThat(reload.reload().changes().gone()).containsExactly("clock", "door-elsewhere");
        assertThat(ids()).containsExactlyInAnyOrder("door", "door-answer", "flood");
        assertThat(model().getRouteDefinitions()).hasSize(3);
        assertThat(camel().getEndpoints())
                .noneMatch(endpoint -> endpoint.getEndpointUri().startsWith("quartz"));
    }

    @Test
    void aChangedRouteConfigurationIsFollowed() throws Exception {
        assertThat(door("fail")).isEqualTo("sorry");
        assertThat(house.failures).hasValue(2);
        edit("errors.camel.yaml", "maximumRedeliveries: \"1\"", "maximumRedeliveries: \"3\"");

        assertThat(reload.reload().changes().changed()).containsExactly("errors-again");

        house.failures.set(0);
        assertThat(door("fail")).isEqualTo("sorry");
        assertThat(house.failures).hasValue(4);
    }

    @Test
    void aDeletedRouteConfigurationIsGone() throws Exception {
        Files.delete(folder.resolve("errors.camel.yaml"));
        edit("door.camel.yaml", "    routeConfigurationId: errors-again\n", "");

        assertThat(reload.reload().changes().gone()).containsExactly("errors-again");

        assertThat(model().getRouteConfigurationDefinitions()).isEmpty();
        door("fail");
        assertThat(house.failures).hasValue(1);
    }

    @Test
    void aScheduleFollowsItsNewCron() {
        edit("clock.camel.yaml", "0 0 0 1 1 ? 2099", "* * * * * ?");

        reload.reload();

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(house.strikes)
                .hasPositiveValue());
        // and once more: Camel's reload would leave the trigger paused
        edit("clock.camel.yaml", "id: clock", "id: clock-again");
        reload.reload();
        int before = house.strikes.get();
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(house.strikes)
                .hasValueGreaterThan(before));
    }

    @Test
    void aBrokenFileIsToldAndTheRoutesBeforeGoOn() throws Exception {
        edit("door.camel.yaml", "convertBodyTo", "convertBdyTo");

        Reloaded result = reload.reload();

        assertThat(result.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(folder.resolve("door.camel.yaml"));
            assertThat(problem.line()).isEqualTo(7);
        });
        assertThat(door("hello")).isEqualTo("first hello");
    }

    @Test
    void routesThatDoNotStartAreTakenBackWhole() throws Exception {
        edit("door.camel.yaml", "'first'", "'second'");
        edit("errors.camel.yaml", "maximumRedeliveries: \"1\"", "maximumRedeliveries: \"3\"");
        Files.delete(folder.resolve("clock.camel.yaml"));
        Files.writeString(folder.resolve("yard.camel.yaml"), route("yard", "platform-http:/door", "in the yard"));
        List<String> before = ids();

        Reloaded result = reload.reload();

        assertThat(result.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(result.reason()).contains("do not start");
        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.line())
                .isPositive());
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(door("hello")).isEqualTo("first hello");
        door("fail");
        assertThat(house.failures).hasValue(2);
        assertThat(get("/yard")).isEqualTo("nobody lives here");
    }

    @Test
    void saysThatNoRouteRunsWhereThoseBeforeDidNotStartAgainUntilTheFolderIsMended() throws Exception {
        reload = new RouteReload(
                camel(),
                new RouteFolder(folder),
                new RouteFolder(folder).read(),
                new RouteReload.Terms(unchecked -> List.of(), List.of(), SOON));
        camel().getRegistry().unbind("house");
        edit("door.camel.yaml", "'first'", "'second'");

        assertThat(reload.reload().reason()).startsWith("No route runs").contains("did not start again");
        assertThat(reload.reload().reason()).startsWith("No route runs").doesNotContain("go on");

        camel().getRegistry().bind("house", house);
        assertThat(reload.reload().outcome()).isEqualTo(Outcome.LIVE);
        assertThat(door("hello")).isEqualTo("second hello");
    }

    @Test
    void aCallUnderWayIsAnsweredByTheOldRouteAndOneThatComesMeanwhileByTheNewOne() throws Exception {
        CompletableFuture<HttpResponse<String>> underWay = http.sendAsync(ask("wait"), BodyHandlers.ofString());
        house.entered.await();
        edit("door.camel.yaml", "'first'", "'second'");
        CompletableFuture<Reloaded> reloading = CompletableFuture.supplyAsync(reload::reload);
        Awaitility.await().atMost(SOON).until(this::isHeld);
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(ask("hello"), BodyHandlers.ofString());

        house.patience.countDown();

        assertThat(underWay.get().body()).isEqualTo("first wait");
        assertThat(reloading.get().outcome()).isEqualTo(Outcome.LIVE);
        assertThat(waiting.get().body()).isEqualTo("second hello");
    }

    @Test
    void anAnswerThatIsStreamedIsNotCutOffHoweverSlowlyItIsTaken() throws Exception {
        try (SlowReader reader = new SlowReader(port, "/flood")) {
            edit("door.camel.yaml", "'first'", "'second'");
            CompletableFuture<Reloaded> reloading = CompletableFuture.supplyAsync(reload::reload);
            Awaitility.await().atMost(SOON).until(this::isHeld);
            assertThat(reloading).isNotDone();

            assertThat(reader.rest()).isGreaterThan(House.FLOOD);
            assertThat(reloading.get().outcome()).isEqualTo(Outcome.LIVE);
        }
    }

    /** A call that nobody answers now. */
    private boolean isHeld() {
        HttpRequest probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/probe"))
                .timeout(Duration.ofMillis(100))
                .build();
        try {
            http.send(probe, BodyHandlers.ofString());
            return false;
        } catch (IOException | InterruptedException e) {
            return true;
        }
    }

    @Test
    void aReloadThatWouldHaveToWaitTooLongIsRefusedAndChangesNothing() throws Exception {
        RouteReload hasty = reload(RouteSet.read(folder), Door.of(camel(), port), Duration.ofMillis(50));
        CompletableFuture<HttpResponse<String>> underWay = http.sendAsync(ask("wait"), BodyHandlers.ofString());
        house.entered.await();
        edit("door.camel.yaml", "'first'", "'second'");

        Reloaded refused = hasty.reload();

        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.reason()).contains("calls are still being answered by door, door-answer within 50 ms");
        assertThat(door("hello")).isEqualTo("first hello");
        house.patience.countDown();
        assertThat(underWay.get().body()).isEqualTo("first wait");
        assertThat(hasty.reload().outcome()).isEqualTo(Outcome.LIVE);
        assertThat(door("hello")).isEqualTo("second hello");
    }

    @Test
    void nothingIsReplacedWhereNothingChanged() throws Exception {
        Route before = camel().getRoute("door");
        Files.writeString(folder.resolve(".#door.camel.yaml"), "an editor's own");

        assertThat(reload.reload().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(camel().getRoute("door")).isSameAs(before);
    }

    private CamelContext camel() {
        return main.getCamelContext();
    }

    private ModelCamelContext model() {
        return (ModelCamelContext) camel();
    }

    private List<String> ids() {
        return camel().getRoutes().stream().map(Route::getRouteId).toList();
    }

    private void edit(String file, String old, String now) {
        try {
            String text = Files.readString(folder.resolve(file));
            assertThat(text).contains(old);
            Files.writeString(folder.resolve(file), text.replace(old, now));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String route(String id, String uri, String words) {
        return "- route:\n    id: " + id + "\n    description: Says something\n    from:\n      uri: " + uri
                + "\n      steps:\n        - setBody: { expression: { constant: { expression: " + words + " } } }\n";
    }

    private String door(String words) throws Exception {
        return http.send(ask(words), BodyHandlers.ofString()).body();
    }

    private HttpRequest ask(String words) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/door"))
                .POST(BodyPublishers.ofString(words))
                .build();
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
