package io.eicbridge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Requests requests = new Requests();

    @Test
    void takesEverythingFromTheRequestLineAndNothingFromItsParameters() {
        Request request = requests.take(
                Map.of(
                        "CamelHttpMethod", "POST",
                        "CamelHttpPath", "/contacts/api/v1/accounts/",
                        "CamelHttpRawQuery", "endpoint=teammates",
                        "CamelHttpUrl", "https://bridge.test/contacts/api/v1/accounts/",
                        "endpoint", List.of("contacts", "teammates")),
                new StringBuilder("{}"));

        assertThat(request.endpoint()).isEqualTo("contacts");
        assertThat(request.segments()).containsExactly("contacts", "api", "v1", "accounts");
        assertThat(request.query()).isEqualTo("endpoint=teammates");
        assertThat(request.body()).isEqualTo("{}");
    }

    @Test
    void countsAnAuthorizationThatWasGivenTwiceAsNone() {
        Request request = requests.take(Map.of("Authorization", List.of("Bearer one", "Bearer two")), null);

        assertThat(request.authorization()).isEmpty();
        assertThat(request.body()).isEqualTo("");
    }

    @Test
    void readsABodyThatARouteMadeAStream() {
        byte[] body = "{\"q\":\"name:ü\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(requests.take(Map.of(), new ByteArrayInputStream(body)).body())
                .isEqualTo("{\"q\":\"name:ü\"}");
    }

    @Test
    void keepsCredentialsAndBodyOutOfItsText() {
        Request request =
                new Request("POST", "/contacts/api/v1/login", "q=name", "", "Bearer secret", "{\"token\":\"secret\"}");

        assertThat(request).hasToString("POST /contacts/api/v1/login");
    }
}
