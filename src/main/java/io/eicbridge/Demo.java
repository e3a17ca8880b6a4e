package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The guided tour: a made-up Intercom workspace, a bridge on it, imports, and what EIC would be answered. */
final class Demo {
    private static final int CONTACTS = 12_000;
    private final Path home;
    private final Clock clock;
    private final PrintStream out = System.out;

    Demo(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    int run(boolean exit) {
        try {
            return tour(exit, Files.createTempDirectory("eic-bridge-demo"));
        } catch (IOException e) {
            throw new Configuration("The demo cannot start: " + e.getMessage());
        }
    }

    private int tour(boolean exit, Path folder) throws IOException {
        IntercomSandbox sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(CONTACTS).withLatency(Duration.ofMillis(20)));
        Settings settings = settings(sandbox, folder);
        BridgeProcess bridge = BridgeProcess.start(settings, RouteSelection.ALL, clock);
        AutoCloseable all = () -> {
            bridge.close();
            sandbox.close();
        };
        new DemoTour(settings, sandbox, new DemoProgram(new Here(home), settings), out).walk();
        if (exit) {
            close(all);
            return 0;
        }
        out.println();
        out.println("Both stay up until you press Ctrl-C.");
        return Here.untilStopped(all);
    }

    private static void close(AutoCloseable all) {
        try {
            all.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Settings settings(IntercomSandbox sandbox, Path folder) throws IOException {
        Map<String, String> values = new TreeMap<>(
                new SettingsSource(Map.of(), new java.util.Properties()).read(home.resolve("application.properties")));
        values.put("intercom.url", sandbox.url().toString());
        values.put("intercom.access-token", "demo-token-of-the-sandbox");
        values.put("bridge.api-token", "demo-" + UUID.randomUUID());
        values.put("bridge.port", Integer.toString(free(Integer.parseInt(values.get("bridge.port")))));
        values.put(
                "bridge.management-port",
                Integer.toString(free(Integer.parseInt(values.get("bridge.management-port")))));
        values.put("directory.url", "jdbc:h2:file:" + folder.resolve("directory"));
        return Settings.of(home, values);
    }

    /** The wanted port, or any free one where that is taken. */
    private static int free(int wanted) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket socket = new ServerSocket(wanted, 1, loopback)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
                return socket.getLocalPort();
            }
        }
    }
}
