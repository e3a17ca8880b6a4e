package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.cli.Bridge;
import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "changeit-please";

    @TempDir
    private Path folder;

    @Test
    void servesTheConnectorApiOverTlsAndCommandsFindItThere() throws Exception {
        Path keystore = keystore("bridge.p12");
        try (TestBed bed = TestBed.of(SandboxSettings.defaults(), folder)
                .with("bridge.tls-keystore", keystore.toString())
                .with("bridge.tls-keystore-password", PASSWORD)
                .start(RouteSelection.ALL)) {
            BridgeSettings settings = bed.settings().bridge();
            SSLContext own = OwnCertificate.trust(settings.keystore().orElseThrow());
            SSLContext foreign = OwnCertificate.trust(new Keystore(keystore("other.p12"), PASSWORD));

            assertThat(status(settings, own).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> status(settings, foreign)).isInstanceOf(SSLException.class);
            try (Bridge found = Here.running(settings).orElseThrow()) {
                assertThat(found.runs().path("runs")).isEmpty();
            }
        }
    }

    @Test
    void mayBeReachedFromElsewhereWithACertificateButNotWithout() throws Exception {
        Map<String, String> values = TestBed.values(URI.create("http://127.0.0.1:1"), "jdbc:h2:mem:unused");
        values.put("bridge.host", "0.0.0.0");
        assertThatThrownBy(() -> settings(values, Map.of()))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("bridge.tls-keystore");

        String keystore = keystore("bridge.p12").toString();
        assertThat(settings(values, Map.of("bridge.tls-keystore", keystore, "bridge.tls-keystore-password", PASSWORD))
                        .bridge()
                        .localUrl())
                .hasScheme("https")
                .hasHost("127.0.0.1");
        assertThatThrownBy(() -> settings(
                        values, Map.of("bridge.tls-keystore", keystore, "bridge.tls-keystore-password", "wrong")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("BRIDGE_TLS_KEYSTORE_PASSWORD")
                .hasMessageNotContaining("is not known");
    }

    private static Settings settings(Map<String, String> values, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(values);
        all.putAll(more);
        return Settings.of(Path.of("").toAbsolutePath(), all);
    }

    private static HttpResponse<String> status(BridgeSettings bridge, SSLContext trust) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(bridge.localUrl().resolve("/contacts/api/v1/status"))
                .header("Authorization", "Bearer " + TestBed.API_TOKEN)
                .build();
        return HttpClient.newBuilder().sslContext(trust).build().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Path keystore(String name) throws Exception {
        Path file = folder.resolve(name);
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "bridge",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=bridge.example.com",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return file;
    }
}
