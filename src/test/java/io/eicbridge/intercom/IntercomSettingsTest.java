package io.eicbridge.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomSettingsTest {
    private static final Duration TIME = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.intercom.io",
                "https://api.eu.intercom.io/",
                "HTTPS://gateway.example:8443/intercom",
                "http://localhost:8090",
                "http://127.0.0.1:8090",
                "http://[::1]:8090",
            })
    void takesTlsAndLoopbackAddresses(String url) {
        assertThat(url(url).url().toString()).isEqualTo(url.replaceFirst("/$", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.intercom.io",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1",
                "ftp://localhost",
                "api.intercom.io",
                "",
                "https://user:secret@api.intercom.io",
                "https://api.intercom.io?key=secret",
            })
    void refusesEveryOtherAddressAndSaysWhatToDo(String url) {
        assertThatThrownBy(() -> url(url))
                .isInstanceOf(Configuration.class)
                .hasMessageStartingWith("\"intercom.url\": found \"")
                .hasMessageContaining("allowed is an https address")
                .hasMessageContaining("https://api.eu.intercom.io")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"two words", "line\r\nX-Injected: 1"})
    void refusesATokenThatIsNone(String token) {
        assertThatThrownBy(() -> settings("https://a.example", token, "2.16", TIME, 0.2, "", 0))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("\"intercom.access-token\"")
                .hasMessageNotContaining("Injected");
    }

    @Test
    void neverShowsTheToken() {
        IntercomSettings settings = settings("https://a.example", " dG9rOmFiYw== ", "2.16", TIME, 0.2, "", 0);
        assertThat(settings.token().value()).isEqualTo("dG9rOmFiYw==");
        assertThat(settings.toString()).doesNotContain("dG9r").contains("***");
    }

    @ParameterizedTest
    @CsvSource({"proxy.example,0", "proxy.example,65536"})
    void aProxyNeedsAPort(String host, int port) {
        assertThatThrownBy(() -> settings("https://a.example", "t", "2.16", TIME, 0.2, host, port))
                .hasMessageContaining("\"intercom.proxy-port\": found " + port);
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> settings("http://a.example", "", "newest", Duration.ZERO, Double.NaN, "p", -1))
                .hasMessageContainingAll(
                        "intercom.url",
                        "intercom.access-token",
                        "intercom.api-version",
                        "intercom.connect-timeout",
                        "intercom.response-timeout",
                        "intercom.rate-share",
                        "intercom.proxy-port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.16", "2.17", "Preview"})
    void takesAnyVersionOfTheApi(String version) {
        assertThat(settings("https://a.example", "t", version, TIME, 0.0, null, 0)
                        .apiVersion())
                .isEqualTo(version);
    }

    private static IntercomSettings url(String url) {
        return settings(url, "t", "2.16", TIME, 0.2, "", 0);
    }

    private static IntercomSettings settings(
            String url, String token, String version, Duration timeout, double share, String proxy, int port) {
        return new IntercomSettings(URI.create(url), new Token(token), version, timeout, timeout, share, proxy, port);
    }
}
