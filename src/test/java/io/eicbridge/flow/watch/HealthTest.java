package io.eicbridge.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.intercom.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Call CALL = Call.get("/me");

    @Test
    void isNotReadyWithoutTheDirectory() {
        DirectoryHealth broken = new DirectoryHealth(() -> {
            throw new IllegalStateException("jdbc:secret");
        });

        assertThat(broken.call().getState()).isEqualTo(State.DOWN);
        assertThat(broken.call().getMessage())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("directory.url").doesNotContain("secret"));
        assertThat(new DirectoryHealth(() -> {}).call().getState()).isEqualTo(State.UP);
        assertThat(broken.isReadiness()).isTrue();
    }

    @Test
    void tellsHowTheLastCallToIntercomEnded() {
        IntercomHealth health = new IntercomHealth();
        assertThat(health.call().getState()).isEqualTo(State.UP);

        health.lost(CALL);
        assertThat(health.call().getState()).isEqualTo(State.DOWN);

        health.answered(CALL, 200, Duration.ZERO);
        assertThat(health.call().getState()).isEqualTo(State.UP);

        health.answered(CALL, 503, Duration.ZERO);
        assertThat(health.call().getState()).isEqualTo(State.DOWN);

        health.refused(CALL);
        assertThat(health.call().getState()).isEqualTo(State.UP);
    }

    @Test
    void namesTheSettingWhereIntercomRefusesTheTokenButTakesOtherRefusalsForAnswers() {
        IntercomHealth health = new IntercomHealth();

        health.answered(CALL, 401, Duration.ZERO);
        assertThat(health.call().getMessage())
                .hasValueSatisfying(text -> assertThat(text).contains("intercom.access-token"));

        health.answered(CALL, 404, Duration.ZERO);
        assertThat(health.call().getState()).isEqualTo(State.UP);
    }

    @Test
    void namesEndpointsWhoseLastGoodRunIsTooOldOrMissing() {
        Result result = runs(Map.of(
                "contacts", Optional.of(NOW.minus(Duration.ofHours(49))),
                "teammates", Optional.of(NOW.minus(Duration.ofHours(47))),
                "others", Optional.empty()));

        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getMessage()).hasValueSatisfying(text -> assertThat(text)
                .contains("contacts (49 h), others (never)")
                .doesNotContain("teammates"));
    }

    @Test
    void isWellWhereEveryEndpointHadAGoodRunLately() {
        Result result = runs(Map.of("contacts", Optional.of(NOW.minus(Duration.ofHours(1)))));

        assertThat(result.getState()).isEqualTo(State.UP);
        assertThat(result.getDetails()).containsEntry("age.contacts", "1 h");
    }

    @Test
    void takesTheBridgeOutOfServiceForItsDirectoryAlone() {
        assertThat(new IntercomHealth().isReadiness()).isFalse();
        assertThat(new IntercomHealth().isLiveness()).isFalse();
        assertThat(new DirectoryHealth(() -> {}).isLiveness()).isFalse();
    }

    private static Result runs(Map<String, Optional<Instant>> ended) {
        return new RunsHealth(() -> ended, Duration.ofHours(48), Clock.fixed(NOW, ZoneOffset.UTC)).call();
    }
}
