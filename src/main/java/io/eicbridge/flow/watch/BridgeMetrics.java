package io.eicbridge.flow.watch;

import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Lane;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what the bridge does, under names that begin with {@code eicbridge}:
 * {@code runs} by endpoint, mode and outcome; {@code pages} and {@code records} by endpoint; {@code calls} by lane and
 * outcome (success, rejected, refused, transient, lost); the timers {@code calls.duration} and {@code rate.wait} by
 * lane; {@code notifications} of Intercom by topic and outcome; {@code accounts.reactivated} by endpoint; {@code requests} by endpoint, operation and outcome; and {@code last.good.run.age} in seconds by endpoint, absent until there was such a run.
 */
public final class BridgeMetrics implements CallListener {
    /** The name under which Camel looks for the meter registry that its management server shows. */
    public static final String REGISTRY_NAME = "metricsRegistry";

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Instant> goodRuns = new ConcurrentHashMap<>();

    /** Counts in the given registry; ages are told by {@code clock}. */
    public BridgeMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Where everything is counted. */
    public MeterRegistry meters() {
        return meters;
    }

    /** A run ended: its mode as {@code full}, its outcome as {@code complete}, {@code incomplete}, {@code held}, {@code failed}. */
    public void runEnded(String endpoint, String mode, String outcome) {
        meters.counter("eicbridge.runs", "endpoint", endpoint, "mode", mode, "outcome", outcome)
                .increment();
    }

    /** A run that ended well at the given time makes the endpoint's data that new; also told at start, from the directory. */
    public void goodRun(String endpoint, Instant ended) {
        if (goodRuns.putIfAbsent(endpoint, ended) == null) {
            Gauge.builder("eicbridge.last.good.run.age", () -> age(endpoint))
                    .tag("endpoint", endpoint)
                    .baseUnit("seconds")
                    .register(meters);
        }
        goodRuns.computeIfPresent(endpoint, (name, known) -> ended.isAfter(known) ? ended : known);
    }

    /** A page with so many records was stored. */
    public void pageStored(String endpoint, int records) {
        meters.counter("eicbridge.pages", "endpoint", endpoint).increment();
        meters.counter("eicbridge.records", "endpoint", endpoint).increment(records);
    }

    /** So many accounts that were gone from Intercom came back. */
    public void reactivated(String endpoint, int accounts) {
        meters.counter("eicbridge.accounts.reactivated", "endpoint", endpoint).increment(accounts);
    }

    /** A notification of Intercom came in; its topic where it is a known one, and what became of it. */
    public void notified(String topic, String outcome) {
        meters.counter("eicbridge.notifications", "topic", topic, "outcome", outcome)
                .increment();
    }

    /** An attempt of a request got its outcome, for instance {@code succeeded}, {@code retry} or {@code rejected}. */
    public void requestOutcome(ProvisioningRequest request, String outcome) {
        meters.counter(
                        "eicbridge.requests",
                        "endpoint",
                        request.endpoint(),
                        "operation",
                        request.operation().word(),
                        "outcome",
                        outcome)
                .increment();
    }

    @Override
    public void answered(Call call, int status, Duration took) {
        count(call, CallOutcome.of(call, status));
        meters.timer("eicbridge.calls.duration", "lane", name(call.lane())).record(took);
    }

    @Override
    public void refused(Call call) {
        count(call, CallOutcome.REFUSED);
    }

    @Override
    public void lost(Call call) {
        count(call, CallOutcome.LOST);
    }

    @Override
    public void waited(Lane lane, Duration time) {
        meters.timer("eicbridge.rate.wait", "lane", name(lane)).record(time);
    }

    private void count(Call call, CallOutcome outcome) {
        meters.counter("eicbridge.calls", "lane", name(call.lane()), "outcome", name(outcome))
                .increment();
    }

    private double age(String endpoint) {
        return Duration.between(goodRuns.get(endpoint), clock.instant()).toSeconds();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
