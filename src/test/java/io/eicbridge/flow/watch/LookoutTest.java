package io.eicbridge.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.intercom.Call;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<EndpointSight> sight = new AtomicReference<>();
    private final Lookout lookout =
            new Lookout(() -> List.of(sight.get()), Duration.ofHours(26), meters, Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<String> said = new ArrayList<>();

    @Test
    void saysOnceWhatIsWrongAndThatItIsRightAgain() {
        look(new EndpointSight("contacts", Optional.of(NOW.minusSeconds(3_600)), List.of(), 0));
        assertThat(said).isEmpty();

        look(new EndpointSight("contacts", Optional.of(NOW.minusSeconds(100_000)), List.of(7L), 2));
        look(new EndpointSight("contacts", Optional.of(NOW.minusSeconds(100_000)), List.of(7L), 2));
        assertThat(said).hasSize(3).anyMatch(line -> line.contains("26 h")).anyMatch(line -> line.contains("[run=7 "));
        assertThat(gauge("eicbridge.good.run.overdue")).isEqualTo(1);
        assertThat(gauge("eicbridge.runs.held")).isEqualTo(1);
        assertThat(gauge("eicbridge.records.rejected")).isEqualTo(2);

        look(new EndpointSight("contacts", Optional.of(NOW), List.of(7L, 9L), 3));
        assertThat(said).hasSize(6);
        assertThat(gauge("eicbridge.good.run.overdue")).isZero();
    }

    @Test
    void showsThatIntercomRefusesTheTokenUntilItTakesOneAgain() {
        TokenWatch token = new TokenWatch(meters);
        Call call = Call.get("/me");

        token.answered(call, 401, Duration.ZERO);
        token.answered(call, 401, Duration.ZERO);

        assertThat(meters.get("eicbridge.token.refused").gauge().value()).isEqualTo(1);
        token.answered(call, 200, Duration.ZERO);
        assertThat(meters.get("eicbridge.token.refused").gauge().value()).isZero();
    }

    private void look(EndpointSight seen) {
        sight.set(seen);
        said.addAll(lookout.news());
    }

    private double gauge(String name) {
        return meters.get(name).tag("endpoint", "contacts").gauge().value();
    }
}
