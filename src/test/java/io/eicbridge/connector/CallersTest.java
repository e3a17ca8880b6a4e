package io.eicbridge.connector;

import static io.eicbridge.connector.Calls.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eicbridge.failure.Configuration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
    private final Callers rotating = new Callers("the-new-token-1234", Optional.of("the-old-token-1234"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer the-new-token-1234", "bearer  the-old-token-1234 "})
    void admitsBothTokensDuringARotation(String authorization) {
        assertThatCode(() -> rotating.admit(authorization)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "the-new-token-1234",
                "Basic the-new-token-1234",
                "Bearer the-new-token-123"
            })
    void refusesEverythingElse(String authorization) {
        assertRefused(401, "bridge.api-token", () -> rotating.admit(authorization));
    }

    @Test
    void refusesThePreviousTokenOnceTheRotationEnded() {
        Callers callers = new Callers("the-new-token-1234", Optional.empty());

        assertRefused(401, "no valid token", () -> callers.admit("Bearer the-old-token-1234"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "short"})
    void doesNotStartWithATokenThatCanBeGuessed(String token) {
        assertThatThrownBy(() -> new Callers(token, Optional.empty()))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("'bridge.api-token'");
        assertThatThrownBy(() -> new Callers("the-new-token-1234", Optional.of("short")))
                .isInstanceOf(Configuration.class)
                .hasMessageContaining("'bridge.api-token-previous'");
    }
}
