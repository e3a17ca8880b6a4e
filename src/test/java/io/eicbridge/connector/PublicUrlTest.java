package io.eicbridge.connector;

import static io.eicbridge.connector.Calls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://bridge.test:8080", "https://10.0.0.1", "http://[::1]:8080"})
    void followsTheHostHeaderWithoutASetting(String base) {
        Request request = called(base + "/contacts/api/v1/accounts?q=a b");

        assertThat(new PublicUrl(Optional.empty()).of(request)).isEqualTo(base + "/contacts/api/v1/accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "http://evil\"host/x",
                "http://user@host/x",
                "http://a b/x",
                "ftp://host/x",
                "http://host:x/"
            })
    void refusesAHostHeaderThatNamesNoHost(String url) {
        assertRefused(400, "Host header", () -> new PublicUrl(Optional.empty()).of(called(url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://bridge.example.com/prefix", "https://bridge.example.com/prefix/"})
    void prefersTheSettingWhateverTheHostHeaderSays(String setting) {
        assertThat(new PublicUrl(Optional.of(setting)).of(called("http://evil/x")))
                .isEqualTo("https://bridge.example.com/prefix/contacts/api/v1/accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bridge.example.com",
                "https://",
                "https://bridge.example.com/?a=b",
                "https://bridge.example.com/#a"
            })
    void doesNotStartWithASettingThatIsNoAddress(String setting) {
        assertThatThrownBy(() -> new PublicUrl(Optional.of(setting)))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("'bridge.public-url'");
    }

    private static Request called(String url) {
        return new Request("POST", "/contacts/api/v1/accounts", "", url, "", "");
    }
}
