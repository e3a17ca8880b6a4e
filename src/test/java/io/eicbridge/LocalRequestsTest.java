package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.Decision;
import io.eicbridge.cli.Ledger;
import io.eicbridge.cli.RequestFilter;
import io.eicbridge.provisioning.RequestDesk;
import io.eicbridge.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do about requests where no bridge runs: their own process carries them out. */
class LocalRequestsTest {
    private TestBed bed;

    @BeforeEach
    void start(@TempDir Path folder, @TempDir Path home) {
        bed = TestBed.of(SandboxSettings.defaults().withContacts(5), folder)
                .at(ScriptedHome.in(home))
                .start();
    }

    @AfterEach
    void stop() {
        ScriptedOperation.open();
        bed.close();
    }

    private static ObjectNode disable(String account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", "contacts")
                .put("operation", "disable")
                .put("accountID", account);
    }

    @Test
    void carriesOutShowsAndDecidesInTheCommandsOwnProcess() {
        Bridge bridge = new LocalBridge(bed.bridge());
        bridge.provision(disable("local"));
        JsonNode refused = bridge.provision(disable("refused-9"));
        Decision replay =
                new Decision("replay", List.of(refused.path("id").asLong()), Optional.empty(), "jo", "mended");

        JsonNode replayed = bridge.decide(Ledger.REQUESTS, replay).path("request");

        assertThat(ScriptedOperation.times("local")).isEqualTo(1);
        assertThat(refused.path("state").asText()).isEqualTo("rejected");
        assertThat(replayed.path("state").asText()).isEqualTo("rejected");
        assertThat(replayed.path("attempt").asInt()).isEqualTo(2);
        assertThat(bridge.entries(Ledger.REQUESTS, new RequestFilter(Map.of()))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(bridge.entries(Ledger.DEAD_LETTERS, new RequestFilter(Map.of("account", "refused-9")))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(bridge.standing().at("/contacts/deadLetters").asInt()).isEqualTo(1);
    }

    @Test
    void letsCallersGoWhenTheProcessStops() throws Exception {
        ScriptedOperation.close();
        RequestDesk desk = bed.bridge().wiring().provisioning().desk();
        CompletableFuture<JsonNode> asked =
                CompletableFuture.supplyAsync(() -> new LocalBridge(bed.bridge()).provision(disable("slow")));
        Bridge bridge = new LocalBridge(bed.bridge());
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> bridge.standing().at("/contacts/running").asInt() == 1);

        desk.close();

        assertThat(asked.get(5, TimeUnit.SECONDS).path("state").asText()).isEqualTo("running");
    }
}
