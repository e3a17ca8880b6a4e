package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bridge that was started as the program starts it tells to those who ask over HTTP. */
class RunningBridgeTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private TestBed bed;

    @BeforeEach
    void start(@TempDir Path folder) {
        bed = TestBed.of(SandboxSettings.defaults().withContacts(5), folder).start(RouteSelection.ALL);
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void showsTheMetricsOfItsRuns() throws Exception {
        bed.fullImport("teammates");

        String user = "metrics:" + TestBed.API_TOKEN;
        String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> page = get(bed.settings().bridge().managementPort(), "/observe/metrics", "Basic " + basic);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("eicbridge_runs_total{endpoint=\"teammates\"", "eicbridge_calls_total");
    }

    @Test
    void saysWhyACommandIsRefused() throws Exception {
        HttpResponse<String> answer = command("/imports/99");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("There is no run 99");
    }

    @Test
    void refusesALimitOfDeadLettersThatIsNoNumber() throws Exception {
        assertThat(command("/dead-letters?limit=0").statusCode()).isEqualTo(200);

        HttpResponse<String> answer = command("/dead-letters?limit=-1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'limit' is no number");
    }

    private HttpResponse<String> command(String path) throws IOException, InterruptedException {
        return get(bed.settings().bridge().port(), "/commands/v1" + path, "Bearer " + TestBed.API_TOKEN);
    }

    private HttpResponse<String> get(int port, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
