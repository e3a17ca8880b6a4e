package io.eicbridge.connector;

import static io.eicbridge.connector.Calls.TOKEN;
import static io.eicbridge.connector.Calls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginsTest {
    private final Logins logins = new Logins(new Callers("the-newer-token-1234", Optional.of(TOKEN)));

    @ParameterizedTest
    @ValueSource(strings = {"client_secret", "access_token", "token", "password"})
    void takesTheTokenFromAJsonBodyOrAForm(String name) {
        Map<String, Object> expected = Map.of("access_token", TOKEN, "token_type", "Bearer", "expires_in", 3600);

        assertThat(logins.grant(login("", "{\"" + name + "\":\"" + TOKEN + "\"}")))
                .isEqualTo(expected);
        assertThat(logins.grant(login("", Map.of(name, TOKEN, "grant_type", "client_credentials"))))
                .isEqualTo(expected);
    }

    @Test
    void givesThePresentedTokenBackAndNeverTheNewerOne() {
        assertThat(logins.grant(login("Bearer " + TOKEN, "{}"))).containsEntry("access_token", TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"client_secret\":\"wrong\"}", "{\"client_secret\":1}"})
    void refusesCallersWithoutProof(String body) {
        assertRefused(401, "client_secret", () -> logins.grant(login("", body)));
    }

    @Test
    void answersNothingButPost() {
        Request get = new Request("GET", "/contacts/api/v1/login", "", "", "Bearer " + TOKEN, "");

        assertRefused(405, "use POST", () -> logins.grant(get));
    }

    private static Request login(String authorization, Object body) {
        return new Request("POST", "/contacts/api/v1/login", "", "", authorization, body);
    }
}
