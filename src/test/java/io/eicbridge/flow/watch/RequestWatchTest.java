package io.eicbridge.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.journal.request.Pause;
import io.eicbridge.provisioning.RequestSights.Sight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

class RequestWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private List<Sight> sights = List.of(sight(0, 0));
    private List<Pause> pauses = List.of();
    private final RequestWatch watch =
            new RequestWatch(() -> sights, () -> pauses, meters, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatIsHeldOrFailedIsSaidOnceWhenItBecomesMore() {
        assertThat(watch.news()).isEmpty();

        sights = List.of(sight(2, 1));
        assertThat(watch.news())
                .containsExactly(
                        "2 requests exceed a limit and wait: see \"eic-bridge requests list --state held\"."
                                + " [run= endpoint=contacts account=]",
                        "1 requests failed for good: see \"eic-bridge dead-letters list\"."
                                + " [run= endpoint=contacts account=]");
        assertThat(watch.news()).isEmpty();
    }

    @Test
    void gaugesTellWhatIsOpenAndSinceWhen() {
        sights = List.of(sight(2, 1));
        pauses = List.of(pause());

        watch.look();

        assertThat(meters.get("eicbridge.requests.open")
                        .tag("state", "held")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(meters.get("eicbridge.requests.oldest.age").gauge().value()).isEqualTo(90);
        assertThat(meters.get("eicbridge.requests.dead").gauge().value()).isEqualTo(1);
        assertThat(meters.get("eicbridge.requests.paused").gauge().value()).isEqualTo(1);
    }

    @Test
    void healthIsDownWhileSomethingIsPaused() {
        PausesHealth health = new PausesHealth(() -> pauses);
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.UP);

        pauses = List.of(pause());

        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.call(Map.of()).getMessage()).hasValue("Requests wait: Copy the token.");
    }

    private static Pause pause() {
        return new Pause("system", "*", "Copy the token.", NOW, NOW);
    }

    private static Sight sight(long held, long dead) {
        return new Sight("contacts", Map.of("held", held), Optional.of(NOW.minusSeconds(90)), dead);
    }
}
