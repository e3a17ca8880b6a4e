package io.eicbridge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.connector.Population.Imported;
import io.eicbridge.flow.door.Departures;
import io.eicbridge.flow.door.OwnHeaders;
import io.eicbridge.flow.door.ServerRefusals;
import io.eicbridge.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/** The API's two route files as they run in production, on a free port of the loopback address, over a real directory. */
final class ApiServer implements AutoCloseable {
    static final int MAX_PAGE_SIZE = 1_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Main main = new Main();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    ApiServer(Store store, Clock clock) throws Exception {
        main.setOverrideProperties(settings());
        bind(store, clock);
        main.start();
        ServerRefusals.answerFor(main.getCamelContext(), 0);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put("camel.server.enabled", "true");
        settings.put("camel.server.host", "127.0.0.1");
        settings.put("camel.server.port", "0");
        settings.put("camel.server.maxBodySize", "1000000");
        settings.put("camel.server.fileUploadEnabled", "true");
        settings.put("camel.server.fileUploadDirectory", System.getProperty("java.io.tmpdir"));
        settings.put("camel.main.shutdownTimeout", "30");
        settings.put("camel.component.platform-http.headerFilterStrategy", "#class:" + OwnHeaders.class.getName());
        settings.put(
                "camel.main.routesIncludePattern",
                "file:routes/accounts-api.camel.yaml,file:routes/status-api.camel.yaml");
        return settings;
    }

    private void bind(Store store, Clock clock) {
        Catalogue catalogue = new Catalogue(List.of(
                Population.teammates(
                        List.of("DISPLAYNAME"),
                        new Imported(Map.of("Team", List.of(), "Role", List.of()), Set.of("Team", "Role"))),
                Population.contacts(
                        List.of("DISPLAYNAME", "CUSTOMPROPERTY1", "CUSTOMPROPERTY30"),
                        new Imported(
                                Map.of("Tag", List.of("displayname", "customproperty1"), "Company", List.of()),
                                Set.of("Tag")))));
        Callers callers = new Callers(Calls.TOKEN, Optional.empty());
        Pins pins = new Pins(store, clock);
        ListAnswers answers = new ListAnswers(new ListRequests(MAX_PAGE_SIZE), new PublicUrl(Optional.empty()));
        main.bind("apiRequests", new Requests());
        main.bind("apiAnswers", new ApiAnswers());
        main.bind("callers", callers);
        main.bind("logins", new Logins(callers));
        main.bind("accountLists", new AccountLists(store, catalogue, pins, answers));
        main.bind("entitlementLists", new EntitlementLists(store, catalogue, pins, answers));
        main.bind("membershipLists", new MembershipLists(store, catalogue, pins, answers));
        main.bind("apiStatus", new ApiStatus(store, catalogue, clock));
        main.bind("apiElsewhere", new Elsewhere(catalogue));
        main.bind("departures", new Departures());
    }

    int port() {
        return VertxPlatformHttpRouter.lookup(
                        main.getCamelContext(), VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO)
                .getServer()
                .getPort();
    }

    /** How many calls the server has not let go of. */
    int inFlight() {
        return main.getCamelContext().getInflightRepository().size();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** A request that has its token. */
    HttpRequest.Builder request(String method, String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + Calls.TOKEN)
                .header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofInputStream());
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(method, url(path), body).build());
    }

    /** The JSON of a call that has to succeed. */
    JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(method, path.startsWith("http") ? path : url(path), body)
                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }

    /** One column of all pages, by following their links with the method of the first. */
    List<String> follow(String method, String path, String body, String column)
            throws IOException, InterruptedException {
        String list = path.replaceAll("\\?.*", "").replaceAll(".*/", "");
        List<String> values = new ArrayList<>();
        String next = path;
        while (next != null) {
            JsonNode page = json(method, next, body);
            page.path(list).forEach(row -> values.add(row.path(column).asText()));
            next = page.path("nextUrl").textValue();
        }
        return values;
    }

    @Override
    public void close() {
        main.stop();
    }
}
