package io.eicbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final StringWriter err = new StringWriter();

    @Test
    void leavesARunOfTheRunningBridgeAlone() throws IOException {
        try (BridgeOverHttp running = new BridgeOverHttp()) {
            running.on("GET /imports/17", 200, "{\"run\":17,\"state\":\"running\"}");
            Bridge bridge =
                    RemoteBridge.find(running.port(), BridgeOverHttp.TOKEN).orElseThrow();
            try (Interruption interruption = new Interruption(bridge, new PrintWriter(err)).listening()) {
                interruption.interrupt();
                ProgressLines lines = new ProgressLines(new PrintWriter(err), InstantSource.system());

                assertThat(new ImportWatch(bridge, Duration.ofHours(1), interruption.requested())
                                .follow(17, lines)
                                .path("state")
                                .asText())
                        .isEqualTo("running");
            }
            assertThat(err.toString()).contains("goes on in the running bridge");
        }
    }
}
