package io.eicbridge.flow.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Whether every endpoint had a good run lately. It is seen in the overall health alone: old data is served all the same,
 * and taking the bridge out of service would not make it newer.
 */
public final class RunsHealth implements BridgeCheck {
    private final Supplier<Map<String, Optional<Instant>>> goodRuns;
    private final Duration limit;
    private final Clock clock;

    /**
     * Judges by the last good run of each endpoint, empty where there was none yet.
     *
     * @param limit the age from which data is too old
     */
    public RunsHealth(Supplier<Map<String, Optional<Instant>>> goodRuns, Duration limit, Clock clock) {
        this.goodRuns = goodRuns;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Map<String, Optional<Instant>> known = new TreeMap<>(goodRuns.get());
        List<String> old = known.entrySet().stream()
                .filter(run -> isOld(run.getValue()))
                .map(run -> run.getKey() + " (" + age(run.getValue()) + ")")
                .toList();
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        known.forEach((endpoint, ended) -> result.detail("age." + endpoint, age(ended)));
        return old.isEmpty()
                ? result.up().build()
                : result.down().message(message(old)).build();
    }

    @Override
    public String getId() {
        return "runs";
    }

    private String message(List<String> old) {
        return "No good run within " + hours(limit) + " of: " + String.join(", ", old)
                + ". EIC is served older data; look at the last run's report, or start \"eic-bridge import ENDPOINT\".";
    }

    private boolean isOld(Optional<Instant> ended) {
        return ended.map(end -> end.plus(limit).isBefore(clock.instant())).orElse(true);
    }

    private String age(Optional<Instant> ended) {
        return ended.map(end -> hours(Duration.between(end, clock.instant()))).orElse("never");
    }

    private static String hours(Duration duration) {
        return duration.toHours() + " h";
    }
}
