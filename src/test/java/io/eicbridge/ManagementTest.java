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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's monitoring sees of a bridge that runs as {@code run} starts it. */
class ManagementTest {
    private static final String AGE = "eicbridge_last_good_run_age_seconds{endpoint=\"teammates\"}";
    private static TestBed bed;

    @BeforeAll
    static void importsTeammates(@TempDir Path folder) {
        bed = TestBed.of(SandboxSettings.defaults(), folder).start(RouteSelection.ALL);
        assertThat(bed.fullImport("teammates").path("outcome").asText()).isEqualTo("complete");
    }

    @AfterAll
    static void stops() {
        bed.close();
    }

    @Test
    void countsRunsPagesRecordsAndCalls() throws Exception {
        bed.fullImport("teammates");

        assertThat(metrics())
                .contains("eicbridge_runs_total{endpoint=\"teammates\",mode=\"full\",outcome=\"complete\"}")
                .containsPattern("eicbridge_pages_total\\{endpoint=\"teammates\"} [1-9]")
                .containsPattern("eicbridge_records_total\\{endpoint=\"teammates\"} [1-9]")
                .containsPattern("eicbridge_calls_total\\{lane=\"full\",outcome=\"success\"} [1-9]")
                .contains(AGE);
    }

    @Test
    void knowsTheAgeOfTheLastGoodRunAfterARestart() throws Exception {
        bed.start(RouteSelection.ALL);

        assertThat(metrics()).contains(AGE).doesNotContain("eicbridge_runs_total");
    }

    @Test
    void isAliveAndReadyAndTellsInTheOverallHealthWhichImportIsMissing() throws Exception {
        assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/observe/health/ready").statusCode()).isEqualTo(200);

        HttpResponse<String> overall = get("/observe/health");
        assertThat(overall.statusCode()).isEqualTo(503);
        assertThat(overall.body()).contains("No good run within 26 h of: contacts (never)");
    }

    @Test
    void keepsTheMetricsFromStrangers() throws Exception {
        assertThat(get("/observe/metrics").statusCode()).isEqualTo(401);
    }

    private static String metrics() throws Exception {
        byte[] user = ("metrics:" + TestBed.API_TOKEN).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri("/observe/metrics"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + bed.settings().bridge().managementPort() + path);
    }
}
