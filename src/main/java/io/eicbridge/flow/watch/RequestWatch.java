package io.eicbridge.flow.watch;

import io.eicbridge.failure.About;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.provisioning.RequestSights.Sight;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the requests from time to time and says once in the log what must not stay silent: held ones, and ones that failed for good. The
 * same stands in the gauges {@code eicbridge.requests.open} by endpoint and state, {@code eicbridge.requests.dead} and
 * {@code eicbridge.requests.oldest.age} (seconds) by endpoint, and {@code eicbridge.requests.paused}.
 */
public final class RequestWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
    private static final List<String> OPEN = List.of("waiting", "left", "running", "held", "queued");
    private final Supplier<List<Sight>> sights;
    private final Supplier<List<Pause>> paused;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Sight> seen = new ConcurrentHashMap<>();
    private volatile int pauses;

    /** Looks at what these tell. */
    public RequestWatch(Supplier<List<Sight>> sights, Supplier<List<Pause>> paused, MeterRegistry meters, Clock clock) {
        this.sights = sights;
        this.paused = paused;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("eicbridge.requests.paused", () -> pauses).register(meters);
    }

    /** Looks once; without the database there is nothing to see, which health tells. */
    public void look() {
        try {
            news().forEach(LOG::warn);
        } catch (RuntimeException unreachable) {
            LOG.warn("Requests cannot be looked at: {}", unreachable.getClass().getSimpleName());
        }
    }

    /** What has to be said since the last look. */
    List<String> news() {
        List<String> news = new ArrayList<>();
        pauses = paused.get().size();
        sights.get().forEach(sight -> look(sight, news));
        return news;
    }

    private void look(Sight sight, List<String> news) {
        Sight before = seen.put(sight.endpoint(), sight);
        if (before == null) {
            gauges(sight.endpoint());
        }
        Optional<Sight> earlier = Optional.ofNullable(before);
        if (held(sight) > earlier.map(RequestWatch::held).orElse(0L)) {
            news.add(held(sight) + " requests exceed a limit and wait: see \"eic-bridge requests list --state held\". "
                    + new About("", sight.endpoint(), ""));
        }
        if (sight.dead() > earlier.map(Sight::dead).orElse(0L)) {
            news.add(sight.dead() + " requests failed for good: see \"eic-bridge dead-letters list\". "
                    + new About("", sight.endpoint(), ""));
        }
    }

    private static long held(Sight sight) {
        return sight.open().getOrDefault("held", 0L);
    }

    private void gauges(String endpoint) {
        OPEN.forEach(state -> Gauge.builder(
                        "eicbridge.requests.open",
                        () -> seen.get(endpoint).open().getOrDefault(state, 0L))
                .tag("endpoint", endpoint)
                .tag("state", state)
                .register(meters));
        gauge("eicbridge.requests.dead", endpoint, Sight::dead);
        gauge("eicbridge.requests.oldest.age", endpoint, this::age);
    }

    private double age(Sight sight) {
        return sight.oldest()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }

    private void gauge(String name, String endpoint, ToDoubleFunction<Sight> value) {
        Gauge.builder(name, () -> value.applyAsDouble(seen.get(endpoint)))
                .tag("endpoint", endpoint)
                .register(meters);
    }
}
