package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.eicbridge.failure.Configuration;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteBridgeTest {
    private BridgeOverHttp running;

    @BeforeEach
    void start() throws IOException {
        running = new BridgeOverHttp();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Bridge bridge() {
        return RemoteBridge.find(running.port(), BridgeOverHttp.TOKEN).orElseThrow();
    }

    @Test
    void findsNoBridgeWhereNothingListens() {
        int port = running.port();
        running.close();

        assertThat(RemoteBridge.find(port, BridgeOverHttp.TOKEN)).isEmpty();
    }

    @Test
    void saysThatTheRunningBridgeHasAnotherToken() {
        assertThatThrownBy(() -> RemoteBridge.find(running.port(), "not-the-token"))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("another token")
                .hasMessageContaining("BRIDGE_API_TOKEN")
                .hasMessageNotContaining("not-the-token");
    }

    @Test
    void saysThatAnotherWebServerHasThePort() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            assertThatThrownBy(() -> RemoteBridge.find(other.getAddress().getPort(), ""))
                    .isInstanceOf(Configuration.class)
                    .hasMessageContaining("another program");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void saysThatAProgramWithoutHttpHasThePort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> hangUpOn(other));

            assertThatThrownBy(() -> RemoteBridge.find(other.getLocalPort(), ""))
                    .isInstanceOf(Configuration.class)
                    .hasMessageContaining("another program");
        }
    }

    private static void hangUpOn(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.getOutputStream().write("not HTTP\r\n".getBytes());
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void ordersAnImport() {
        running.on("POST /imports", 200, "{\"run\":17}");

        assertThat(bridge().startImport(new ImportOrder("contacts", "full", true))
                        .path("run")
                        .asLong())
                .isEqualTo(17);
        assertThat(running.requests())
                .contains("POST /imports {\"endpoint\":\"contacts\",\"mode\":\"full\",\"dryRun\":true}");
    }

    @Test
    void passesOnWhyTheBridgeRefuses() {
        running.on("POST /imports", 409, "{\"errorCode\":\"1\",\"message\":\"Run 16 of contacts is still going on.\"}");

        assertThatThrownBy(() -> bridge().startImport(new ImportOrder("contacts", "full", false)))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.status()).isEqualTo(409))
                .hasMessage("Run 16 of contacts is still going on.");
    }

    @Test
    void takesUnavailabilityForTransient() {
        running.on("GET /imports/17", 503, "{\"errorCode\":\"1\",\"message\":\"The directory is starting.\"}");

        assertThatThrownBy(() -> bridge().progress(17))
                .isInstanceOf(Transient.class)
                .hasMessage("The directory is starting.");
    }

    @Test
    void saysThatTheBridgeStoppedInTheMiddle() {
        Bridge bridge = bridge();
        running.close();

        assertThatThrownBy(() -> bridge.progress(17))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("stopped answering");
    }

    @Test
    void quotesWhatItPutsIntoAPath() {
        running.on("GET /mapping/contacts/a%20b%2Fc", 200, "{\"cut\":0}");

        assertThat(bridge().preview("contacts", "a b/c").path("cut").asInt()).isZero();
    }

    @Test
    void reachesEveryOperation() {
        running.on("POST /imports/17/approve", 200, "{\"run\":17}")
                .on("GET /dead-letters?account=a+b&endpoint=contacts&limit=5", 200, "{\"total\":0}")
                .on("GET /requests/17?audit=true", 200, "{\"id\":17}")
                .on("GET /dead-letters/3", 200, "{\"id\":3}")
                .on("GET /consumers", 200, "{\"consumers\":[]}")
                .on("POST /consumers/eic/reset?endpoint=contacts", 200, "{\"reset\":2}")
                .on("GET /accounts/contacts/a%2Fb/history", 200, "{\"entries\":[]}")
                .on("POST /accounts/contacts/7/forget", 200, "{\"forgotten\":true}")
                .on("POST /reconciliations/contacts?limit=9", 200, "{\"reconciliation\":1}")
                .on("GET /reconciliations/1", 200, "{\"state\":\"equal\"}")
                .on("GET /mapping/contacts", 200, "{\"endpoint\":\"contacts\"}");
        try (Bridge bridge = bridge()) {
            assertThat(bridge.approve(17).path("run").asLong()).isEqualTo(17);
            RequestFilter filter =
                    RequestFilter.of("contacts", null, "a b", null).with("limit", "5");
            assertThat(bridge.entries(Ledger.DEAD_LETTERS, filter).has("total")).isTrue();
            assertThat(bridge.entry(Ledger.DEAD_LETTERS, 3, false).path("id").asLong())
                    .isEqualTo(3);
            assertThat(bridge.entry(Ledger.REQUESTS, 17, true).path("id").asLong())
                    .isEqualTo(17);
            assertThat(bridge.mapping("contacts").path("endpoint").asText()).isEqualTo("contacts");
            assertThat(bridge.runs().path("runs").isArray()).isTrue();
            assertThat(bridge.consumers().has("consumers")).isTrue();
            assertThat(bridge.resetConsumer("eic", "contacts").has("reset")).isTrue();
            assertThat(bridge.history("contacts", "a/b").has("entries")).isTrue();
            assertThat(bridge.forget("contacts", "7").has("forgotten")).isTrue();
            assertThat(bridge.reconcile("contacts", 9).has("reconciliation")).isTrue();
            assertThat(bridge.reconciliation(1).has("state")).isTrue();
            assertThat(bridge.outlivesThisProcess()).isTrue();
        }
    }
}
