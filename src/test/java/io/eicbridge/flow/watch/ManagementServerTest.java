package io.eicbridge.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import io.eicbridge.intercom.Call;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {
    private static final String TOKEN = "a=b:c\\d e#ü!";
    private static final String NEXT = "next";
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean directory = new AtomicBoolean(true);
    private final IntercomHealth intercom = new IntercomHealth();
    private final Main main = new Main();
    private int port;

    @BeforeEach
    void start() throws IOException {
        Path users = new MetricsCredentials(List.of(TOKEN, NEXT)).write();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
                .isEqualTo("rw-------");
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new BridgeMetrics(meters, Clock.systemUTC()).runEnded("contacts", "full", "complete");
        port = freePort();
        settings(users).forEach(main::addInitialProperty);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind(BridgeMetrics.REGISTRY_NAME, meters);
        main.bind("directoryHealth", new DirectoryHealth(this::read));
        main.bind("intercomHealth", intercom);
        main.start();
        Files.delete(users);
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void showsOurMetricsToWhoKnowsATokenAndToNobodyElse() throws Exception {
        for (String path :
                List.of("/observe/metrics", "/observe/metrics/", "/observe//metrics", "/observe/./metrics")) {
            assertThat(get(path, "").statusCode()).as(path).isIn(401, 404);
            assertThat(get(path, basic("metrics", "wrong")).statusCode())
                    .as(path)
                    .isIn(401, 404);
        }
        assertThat(get("/observe/metrics", "").statusCode()).isEqualTo(401);
        assertThat(get("/observe/metrics", basic("metrics", TOKEN)).body())
                .contains("eicbridge_runs_total{endpoint=\"contacts\",mode=\"full\",outcome=\"complete\"} 1.0");
        assertThat(get("/observe/metrics", basic("metrics-2", NEXT)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void isReadyWithItsDirectoryAndAliveWithoutIt() throws Exception {
        assertThat(get("/observe/health/ready", "").statusCode()).isEqualTo(200);

        directory.set(false);

        assertThat(get("/observe/health/ready", "").statusCode()).isEqualTo(503);
        assertThat(get("/observe/health/ready", "").body()).contains("directory.url");
        assertThat(get("/observe/health/live", "").statusCode()).isEqualTo(200);
    }

    @Test
    void staysReadyWhileIntercomIsAwayAndTellsSoInTheOverallHealth() throws Exception {
        assertThat(get("/observe/health", "").statusCode()).isEqualTo(200);

        intercom.lost(Call.get("/me"));

        assertThat(get("/observe/health", "").statusCode()).isEqualTo(503);
        assertThat(get("/observe/health", "").body()).contains("Intercom did not answer the last call");
        assertThat(get("/observe/health/ready", "").statusCode()).isEqualTo(200);
        assertThat(get("/observe/health/live", "").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesATokenThatTheUsersFileCannotHold() {
        assertThatThrownBy(() -> new MetricsCredentials(List.of("a,b")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("bridge.api-token")
                .hasMessageNotContaining("a,b");
    }

    private void read() {
        if (!directory.get()) {
            throw new IllegalStateException("away");
        }
    }

    private Map<String, String> settings(Path users) {
        return Map.ofEntries(
                Map.entry("camel.management.enabled", "true"),
                Map.entry("camel.management.host", "127.0.0.1"),
                Map.entry("camel.management.port", Integer.toString(port)),
                Map.entry("camel.management.healthCheckEnabled", "true"),
                Map.entry("camel.management.metricsEnabled", "true"),
                Map.entry("camel.management.authenticationEnabled", "true"),
                Map.entry("camel.management.authenticationPath", "/observe/metrics"),
                Map.entry("camel.management.basicPropertiesFile", users.toString()),
                Map.entry("camel.metrics.enabled", "true"),
                Map.entry("camel.health.enabled", "true"));
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
