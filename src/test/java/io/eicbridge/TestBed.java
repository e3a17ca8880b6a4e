package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.Database;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** A sandbox and a bridge on it, started as the program starts them, with the repository's own routes and connections. */
final class TestBed implements AutoCloseable {
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    static final String API_TOKEN = "a-token-of-at-least-sixteen-letters";
    private static final Path HOME = Path.of("").toAbsolutePath();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> values;
    private final IntercomSandbox sandbox;
    private Path home = HOME;
    private Clock clock = Clock.systemUTC();
    private BridgeProcess bridge;
    private Store store;

    private TestBed(IntercomSandbox sandbox, Map<String, String> values) {
        this.sandbox = sandbox;
        this.values = values;
    }

    /** A sandbox with these settings and a bridge that keeps its directory at {@code url}; nothing is started yet. */
    static TestBed of(SandboxSettings settings, String url) {
        try {
            IntercomSandbox sandbox = IntercomSandbox.start(settings);
            return new TestBed(sandbox, values(sandbox.url(), url));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a database made for the test. */
    static TestBed of(SandboxSettings settings, Database database) {
        StoreSettings directory = database.settings();
        return of(settings, directory.url())
                .with("directory.user", directory.user())
                .with("directory.password", directory.password());
    }

    static TestBed of(SandboxSettings settings, Path folder) {
        return of(settings, "jdbc:h2:file:" + folder.resolve("directory"));
    }

    static Map<String, String> values(URI intercom, String directory) {
        Map<String, String> values = new TreeMap<>(
                new SettingsSource(Map.of(), new Properties()).read(HOME.resolve("application.properties")));
        values.put("intercom.url", intercom.toString());
        values.put("intercom.access-token", "a-token");
        values.put("bridge.api-token", API_TOKEN);
        values.put("bridge.port", Integer.toString(freePort()));
        values.put("bridge.management-port", Integer.toString(freePort()));
        values.put("directory.url", directory);
        values.put("import.scroll-retry", "20");
        values.put("intercom.redelivery-delay", "5");
        values.put("intercom.redelivery-delay-limit", "50");
        return values;
    }

    TestBed with(String key, String value) {
        values.put(key, value);
        return this;
    }

    /** With the routes of another home. */
    TestBed at(Home other) {
        home = other.folder();
        return this;
    }

    /** With another clock than the machine's. */
    TestBed under(Clock other) {
        clock = other;
        return this;
    }

    /** Starts the routes that commands use. */
    TestBed start() {
        return start(RouteSelection.COMMAND);
    }

    /** Starts the selected routes; a bridge that runs is stopped first. */
    TestBed start(RouteSelection selection) {
        stop();
        bridge = BridgeProcess.start(settings(), selection, clock);
        return this;
    }

    Settings settings() {
        return Settings.of(home, values);
    }

    void stop() {
        if (bridge != null) {
            bridge.close();
            bridge = null;
        }
    }

    /** Kills the bridge: what reached the database stays, nothing else does. */
    void kill() {
        closeStore();
        HardStop.of(bridge, settings().directory());
        bridge = null;
    }

    private void closeStore() {
        if (store != null) {
            store.close();
            store = null;
        }
    }

    IntercomSandbox sandbox() {
        return sandbox;
    }

    BridgeProcess bridge() {
        return bridge;
    }

    /** Runs a full import to its end and answers the report. */
    JsonNode fullImport(String endpoint) {
        return ended(begin(endpoint, false)).path("report");
    }

    JsonNode dryRun(String endpoint) {
        return ended(begin(endpoint, true)).path("report");
    }

    /** Runs an incremental import to its end and answers the report. */
    JsonNode incremental(String endpoint) {
        return ended(begin(endpoint, "incremental", false)).path("report");
    }

    long begin(String endpoint, boolean dry) {
        return begin(endpoint, "full", dry);
    }

    long begin(String endpoint, String mode, boolean dry) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("endpoint", endpoint).put("mode", mode).put("dryRun", dry);
        return bridge.wiring().desk().startImport(order.toString()).path("run").asLong();
    }

    /** Reads one account now and answers the report. */
    JsonNode one(String id) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("endpoint", "contacts").put("one", id);
        long run =
                bridge.wiring().desk().startImport(order.toString()).path("run").asLong();
        return ended(run).path("report");
    }

    /** The run's progress once it is no longer running. */
    JsonNode ended(long run) {
        String id = Long.toString(run);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !"running"
                        .equals(bridge.wiring()
                                .desk()
                                .progress(id)
                                .path("state")
                                .asText()));
        return bridge.wiring().desk().progress(id);
    }

    /** The database of the bridge, seen past it. */
    Store store() {
        if (store == null) {
            store = Store.open(settings().directory());
        }
        return store;
    }

    /** What the directory serves of an endpoint now. */
    Served served(String endpoint) {
        return Served.of(store(), endpoint).orElseThrow();
    }

    /** What Intercom has now; asked without leaving a trace in the sandbox's counts. */
    Truth truth(String endpoint) {
        Truth truth = "contacts".equals(endpoint) ? Truth.ofContacts(sandbox.url()) : Truth.ofTeammates(sandbox.url());
        sandbox.traffic().reset();
        return truth;
    }

    /** Run and wait for the end of an approval. */
    JsonNode approve(long run) {
        bridge.wiring().desk().approve(Long.toString(run));
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !List.of("running", "held").contains(state(run)));
        return bridge.wiring().desk().progress(Long.toString(run)).path("report");
    }

    String state(long run) {
        return bridge.wiring().desk().progress(Long.toString(run)).path("state").asText();
    }

    /** Another program's question to Intercom; the status of the answer. */
    int askIntercom(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Bearer another")
                .build();
        return send(request).statusCode();
    }

    /** Waits until Intercom has given such an answer. */
    void untilAnswered(String method, String pattern, int status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> sandbox.traffic().answers(method, pattern, status) > 0);
    }

    /** What EIC gets for a path, page by page, as one list. */
    List<JsonNode> pulled(String path, String list) {
        List<JsonNode> all = new ArrayList<>();
        String next = api(path);
        while (next != null) {
            JsonNode page = json(answer(next));
            page.path(list).forEach(all::add);
            next = page.has("nextUrl") ? page.path("nextUrl").asText() : null;
        }
        return all;
    }

    /** The address of a path of the bridge. */
    String api(String path) {
        return "http://127.0.0.1:" + values.get("bridge.port") + path;
    }

    HttpResponse<String> answer(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Authorization", "Bearer " + API_TOKEN)
                .header("Content-Type", "application/json")
                .build();
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A free port that nobody in this process was told before: the system may give the same one twice in a row. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return GIVEN.add(socket.getLocalPort()) ? socket.getLocalPort() : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        closeStore();
        sandbox.close();
    }
}
