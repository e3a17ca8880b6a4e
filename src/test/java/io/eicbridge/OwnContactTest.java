package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.OwnContact;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contact in whose name queue items are opened is nobody's account. */
class OwnContactTest {
    @TempDir
    private Path folder;

    @Test
    void importsAreCompleteWithoutTheBridgesOwnContact() throws Exception {
        SandboxSettings settings = SandboxSettings.defaults().withContacts(60).withTeammates(3);
        try (TestBed bed = TestBed.of(settings, folder)) {
            createOwnContact(bed);
            bed.start();

            assertThat(verdict(bed.dryRun("contacts"))).isEqualTo("complete");
            assertThat(verdict(bed.fullImport("contacts"))).isEqualTo("complete");
            assertThat(verdict(bed.incremental("contacts"))).isEqualTo("complete");

            assertThat(bed.served("contacts").accounts()).hasSize(60);
            long letters = bed.store().read(handle -> handle.createQuery("select count(*) from dead_letters")
                    .mapTo(Long.class)
                    .one());
            assertThat(letters).isZero();
        }
    }

    private static String verdict(JsonNode report) {
        return report.path("outcome").asText();
    }

    private static void createOwnContact(TestBed bed) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bed.sandbox().url() + "/contacts"))
                .header("Authorization", "Bearer another")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"role\":\"user\",\"external_id\":\"" + OwnContact.EXTERNAL_ID + "\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
