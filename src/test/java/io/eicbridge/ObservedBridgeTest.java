package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedBridgeTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsOfItsRunsAndOfThoseBeforeItsStart(@TempDir Path folder) throws Exception {
        try (TestBed bed = TestBed.of(SandboxSettings.defaults().withContacts(200), folder)) {
            bed.start(RouteSelection.ALL);
            assertThat(get(bed, "/observe/health/ready", "").statusCode()).isEqualTo(200);
            assertThat(get(bed, "/observe/health", "").body()).contains("No good run within 26 h");

            bed.fullImport("teammates");
            bed.fullImport("contacts");

            assertThat(get(bed, "/observe/metrics", "").statusCode()).isEqualTo(401);
            String run = "eicbridge_runs_total{endpoint=\"contacts\",mode=\"full\",outcome=\"complete\"} 1.0";
            Awaitility.await().until(() -> metrics(bed).contains(run));
            assertThat(metrics(bed))
                    .contains("eicbridge_records_total{endpoint=\"contacts\"}")
                    .contains("eicbridge_calls_total{lane=\"full\",outcome=\"success\"}")
                    .contains("eicbridge_last_good_run_age_seconds{endpoint=\"contacts\"}");
            assertThat(get(bed, "/observe/health", "").statusCode()).isEqualTo(200);

            bed.start(RouteSelection.ALL);
            assertThat(metrics(bed)).contains("eicbridge_last_good_run_age_seconds{endpoint=\"teammates\"}");
            assertThat(get(bed, "/observe/health/live", "").statusCode()).isEqualTo(200);
        }
    }

    private String metrics(TestBed bed) throws Exception {
        byte[] user = ("metrics:" + TestBed.API_TOKEN).getBytes(StandardCharsets.UTF_8);
        return get(bed, "/observe/metrics", "Basic " + Base64.getEncoder().encodeToString(user))
                .body();
    }

    private HttpResponse<String> get(TestBed bed, String path, String authorization) throws Exception {
        int port = bed.settings().bridge().managementPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
