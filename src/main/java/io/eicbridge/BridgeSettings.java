package io.eicbridge;

import io.eicbridge.failure.Configuration;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the bridge listens, and who may call it.
 *
 * @param keystore what its API is served with over TLS; plain HTTP where there is none
 * @param apiToken what callers present; {@code previousApiToken} is valid beside it during a rotation
 * @param publicUrl how EIC reaches the bridge, empty to follow the Host header
 * @param maxBody bytes of the largest request body
 * @param waitingCalls how many callers may wait for the outcome of a request at the same time
 * @param runAgeLimit the age from which the last good run of an endpoint makes health red
 */
record BridgeSettings(
        String host,
        int port,
        Optional<Keystore> keystore,
        String managementHost,
        int managementPort,
        String apiToken,
        String previousApiToken,
        String publicUrl,
        int maxPagesize,
        int maxBody,
        int waitingCalls,
        Duration runAgeLimit) {

    /** Reads what application.properties says; a Configuration failure where the API would go out in the clear. */
    static BridgeSettings read(SettingsReader reader, Path home) {
        BridgeSettings bridge = new BridgeSettings(
                reader.text("bridge.host"),
                reader.number("bridge.port", 0, 65_535),
                keystore(reader, home),
                reader.text("bridge.management-host"),
                reader.number("bridge.management-port", 0, 65_535),
                reader.text("bridge.api-token"),
                reader.text("bridge.api-token-previous"),
                reader.text("bridge.public-url"),
                reader.number("bridge.max-pagesize", 1, 1_000_000),
                reader.number("bridge.max-body", 1_024, 104_857_600),
                reader.number("bridge.waiting-calls", 1, 1_000),
                Duration.ofHours(reader.number("health.run-age-limit", 1, 10_000)));
        reader.checked(null, bridge::twoPorts);
        boolean plain = reader.flag("bridge.allow-plain-http");
        bridge.keystore().ifPresent(Keystore::open);
        if (!plain) {
            boolean tls = bridge.keystore().isPresent();
            reader.checked(null, () -> tls ? "" : loopbackOnly("bridge.host", bridge.host()));
            reader.checked(null, () -> loopbackOnly("bridge.management-host", bridge.managementHost()));
        }
        return bridge;
    }

    private static Optional<Keystore> keystore(SettingsReader reader, Path home) {
        String password = reader.text("bridge.tls-keystore-password");
        return Optional.of(reader.text("bridge.tls-keystore"))
                .filter(file -> !file.isEmpty())
                .map(file -> new Keystore(home.resolve(file), password));
    }

    /** One port for both would be told by Camel only in a log, after the start. */
    private int twoPorts() {
        if (port == managementPort && port != 0) {
            throw new Configuration("Settings \"bridge.port\" and \"bridge.management-port\" are both " + port
                    + "; allowed are two different ports. Change one of them.");
        }
        return port;
    }

    /** Callers of both ports send the token: to the API as bearer token, for the metrics as password. */
    private static String loopbackOnly(String key, String host) {
        if (loopback(host)) {
            return host;
        }
        throw new Configuration("Setting \"" + key + "\" is \"" + host
                + "\", which others reach without TLS; allowed is a loopback address. Give the API a certificate by"
                + " \"bridge.tls-keystore\", or put a proxy that ends TLS before the bridge and set"
                + " \"bridge.allow-plain-http\" to true, or use 127.0.0.1.");
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The tokens that are valid, the current one first. */
    List<String> tokens() {
        return Stream.of(apiToken, previousApiToken)
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /** How this machine itself reaches the bridge. */
    URI localUrl() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
        String scheme = keystore.isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + (everywhere ? "127.0.0.1" : host) + ":" + port);
    }

    /** Without the tokens, which never reach a log. */
    @Override
    public String toString() {
        return "BridgeSettings[" + localUrl() + "]";
    }
}
