package io.eicbridge.flow.watch;

import io.eicbridge.failure.About;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the endpoints from time to time and says once in the log what must not stay silent: no good run for too long, a held run,
 * rejected records. The same stands in the gauges {@code eicbridge.good.run.overdue} (1 or 0), {@code eicbridge.runs.held} and
 * {@code eicbridge.records.rejected}.
 */
public final class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private final Supplier<List<EndpointSight>> endpoints;
    private final Duration limit;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, EndpointSight> seen = new ConcurrentHashMap<>();
    private final Map<String, Boolean> late = new ConcurrentHashMap<>();

    /** Looks at what {@code endpoints} tells; a good run older than {@code limit} is too old. */
    public Lookout(Supplier<List<EndpointSight>> endpoints, Duration limit, MeterRegistry meters, Clock clock) {
        this.endpoints = endpoints;
        this.limit = limit;
        this.meters = meters;
        this.clock = clock;
    }

    /** Looks once; without the database there is nothing to see, which health tells. */
    public void look() {
        try {
            news().forEach(LOG::warn);
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "The directory cannot be looked at: {}",
                    unreachable.getClass().getSimpleName());
        }
    }

    /** What has to be said since the last look. */
    List<String> news() {
        List<String> news = new ArrayList<>();
        endpoints.get().forEach(sight -> look(sight, news));
        return news;
    }

    private void look(EndpointSight sight, List<String> news) {
        EndpointSight before = seen.put(sight.endpoint(), sight);
        if (before == null) {
            gauge("eicbridge.good.run.overdue", sight.endpoint(), now -> overdue(now) ? 1 : 0);
            gauge("eicbridge.runs.held", sight.endpoint(), now -> now.heldRuns().size());
            gauge("eicbridge.records.rejected", sight.endpoint(), EndpointSight::rejected);
        }
        tellAge(sight, news);
        sight.heldRuns().stream()
                .filter(run -> before == null || !before.heldRuns().contains(run))
                .forEach(run -> news.add(held(run, sight.endpoint())));
        if (sight.rejected() > (before == null ? 0 : before.rejected())) {
            news.add(sight.rejected()
                    + " records cannot be mapped and do not reach EIC as they are: see \"eic-bridge dead-letters list\". "
                    + new About("", sight.endpoint(), ""));
        }
    }

    private void gauge(String name, String endpoint, ToDoubleFunction<EndpointSight> value) {
        Gauge.builder(name, () -> value.applyAsDouble(seen.get(endpoint)))
                .tag("endpoint", endpoint)
                .register(meters);
    }

    private void tellAge(EndpointSight sight, List<String> news) {
        boolean overdue = overdue(sight);
        boolean known = Boolean.TRUE.equals(late.put(sight.endpoint(), overdue));
        if (overdue && !known) {
            news.add("No import of " + sight.endpoint() + " ended complete within " + limit.toHours()
                    + " h, so that EIC is given old data or none; look at \"eic-bridge import status\". "
                    + new About("", sight.endpoint(), ""));
        } else if (!overdue && known) {
            news.add("An import ended complete again. " + new About("", sight.endpoint(), ""));
        }
    }

    private static String held(long run, String endpoint) {
        return "A run is held and its news do not reach EIC: see \"eic-bridge import status " + run
                + "\", then approve it or import again. " + new About(Long.toString(run), endpoint, "");
    }

    private boolean overdue(EndpointSight sight) {
        return sight.goodRun()
                .map(ended -> ended.plus(limit).isBefore(clock.instant()))
                .orElse(true);
    }
}
