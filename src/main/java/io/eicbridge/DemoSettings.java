package io.eicbridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The settings of the demo: those of the file beside the program, without what leads out of this machine or narrows the import. */
record DemoSettings(Path home) {
    private static final Set<String> NOT_HERE = Set.of(
            "intercom.proxy-host",
            "intercom.proxy-port",
            "bridge.tls-keystore",
            "bridge.tls-keystore-password",
            "bridge.api-token-previous",
            "bridge.public-url",
            "directory.password",
            "intercom.scim-url",
            "intercom.scim-token",
            "provisioning.foreign-packages",
            "contacts.filter",
            "contacts.entitlements-excluded");

    /** Settings of a bridge on this sandbox, with its directory in {@code folder}. */
    Settings on(URI sandbox, Path folder) throws IOException {
        Map<String, String> values = new TreeMap<>(
                new SettingsSource(Map.of(), new Properties()).read(home.resolve("application.properties")));
        values.keySet().removeAll(NOT_HERE);
        values.put("intercom.url", sandbox.toString());
        values.put("intercom.access-token", "demo-token-of-the-sandbox");
        values.put("bridge.api-token", "demo-" + UUID.randomUUID());
        values.put("bridge.host", "127.0.0.1");
        values.put("bridge.management-host", "127.0.0.1");
        free(values, "bridge.port");
        free(values, "bridge.management-port");
        // nobody watches a tour for a minute until the tickets are looked at
        values.put("provisioning.retry.cron", "* * * * * ?");
        values.put("directory.url", "jdbc:h2:file:" + folder.resolve("directory"));
        return Settings.of(home, values);
    }

    /** Takes the port that is set, or any free one where that is taken. */
    private static void free(Map<String, String> values, String key) throws IOException {
        values.put(key, Integer.toString(free(Integer.parseInt(values.getOrDefault(key, "0")))));
    }

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
