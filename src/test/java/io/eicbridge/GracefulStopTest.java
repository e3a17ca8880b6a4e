package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops the program as a service manager or Ctrl-C does, in the middle of an import. */
class GracefulStopTest {
    private static final int CONTACTS = 3_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void aStopEndsTheImportAfterItsPageAndTheNextOneGoesOn(@TempDir Path folder) throws Exception {
        try (IntercomSandbox sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(CONTACTS).withLatency(Duration.ofMillis(150)))) {
            Home home = home(folder, sandbox);
            aBridgeStops(home);
            aCommandStops(home);
            try (Child last = home.start("import", "contacts", "--report", "json")) {
                assertThat(last.ended()).as(last::said).isZero();
                assertThat(last.out()).contains("\"run\":1,", "\"outcome\":\"complete\"", "\"read\":" + CONTACTS);
            }
        }
    }

    private static void aBridgeStops(Home home) {
        try (Child bridge = home.start("run").whenSaid("The bridge is ready", 1);
                Child command = home.start("import", "contacts")) {
            bridge.whenSaid("A page is stored", 4);
            stopsSoon(bridge);
            assertThat(bridge.lines("stopped after its page and goes on from there"))
                    .as(bridge::said)
                    .hasSize(1);
            assertThat(command.ended()).as(command::said).isEqualTo(1);
            assertThat(command.err()).containsPattern("is stopping|stopped answering");
        }
    }

    private static void aCommandStops(Home home) {
        try (Child command = home.start("import", "contacts").whenSaid("A page is stored", 4)) {
            stopsSoon(command);
            assertThat(command.err())
                    .contains("The interrupted run goes on", "the next import of this endpoint goes on from there");
        }
    }

    /** Within its page, not within Camel's time for stops; and nothing that is expected looks like a mishap. */
    private static void stopsSoon(Child child) {
        Instant told = Instant.now();
        int exit = child.terminate().ended();
        assertThat(Duration.between(told, Instant.now())).as(child::said).isLessThan(SOON);
        assertThat(exit).isEqualTo(143);
        assertThat(child.lines("^\\s+at |ERROR|imeout|\\[run=.*\\[run="))
                .as(child::said)
                .isEmpty();
    }

    private static Home home(Path folder, IntercomSandbox sandbox) {
        return Home.in(
                folder,
                Map.of(
                        "intercom.url",
                        sandbox.url().toString(),
                        "intercom.access-token",
                        "a-token",
                        "bridge.port",
                        Integer.toString(TestBed.freePort()),
                        "bridge.management-port",
                        Integer.toString(TestBed.freePort()),
                        "bridge.api-token",
                        TestBed.API_TOKEN,
                        "directory.url",
                        "jdbc:h2:file:" + folder.resolve("directory"),
                        "import.parallel",
                        "2",
                        "EIC_BRIDGE_LOG",
                        "DEBUG"));
    }
}
