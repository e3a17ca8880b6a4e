package io.eicbridge.flow.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Lane;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgeMetricsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final BridgeMetrics metrics = new BridgeMetrics(meters, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void countsCallsByWhatBecameOfThem() {
        Call call = Call.get("/contacts/1").inLane(Lane.FULL);
        EachListener all = new EachListener(List.of(metrics));

        all.answered(call, 200, Duration.ofMillis(250));
        all.answered(call.accepting(404), 404, Duration.ofMillis(250));
        all.answered(call, 404, Duration.ofMillis(500));
        all.answered(call, 408, Duration.ZERO);
        all.answered(call, 500, Duration.ZERO);
        all.refused(call);
        all.lost(call);
        all.waited(Lane.FULL, Duration.ofSeconds(3));

        assertThat(meters.scrape())
                .contains("eicbridge_calls_total{lane=\"full\",outcome=\"success\"} 2.0")
                .contains("eicbridge_calls_total{lane=\"full\",outcome=\"rejected\"} 1.0")
                .contains("eicbridge_calls_total{lane=\"full\",outcome=\"transient\"} 2.0")
                .contains("eicbridge_calls_total{lane=\"full\",outcome=\"refused\"} 1.0")
                .contains("eicbridge_calls_total{lane=\"full\",outcome=\"lost\"} 1.0")
                .contains("eicbridge_calls_duration_seconds_sum{lane=\"full\"} 1.0")
                .contains("eicbridge_rate_wait_seconds_sum{lane=\"full\"} 3.0");
    }

    @Test
    void countsRunsPagesAndRecords() {
        metrics.runEnded("contacts", "full", "complete");
        metrics.pageStored("contacts", 150);
        metrics.pageStored("contacts", 50);

        assertThat(meters.scrape())
                .contains("eicbridge_runs_total{endpoint=\"contacts\",mode=\"full\",outcome=\"complete\"} 1.0")
                .contains("eicbridge_pages_total{endpoint=\"contacts\"} 2.0")
                .contains("eicbridge_records_total{endpoint=\"contacts\"} 200.0");
    }

    @Test
    void tellsTheAgeOfTheNewestGoodRun() {
        assertThat(meters.scrape()).doesNotContain("eicbridge_last_good_run_age");

        metrics.goodRun("contacts", NOW.minusSeconds(60));
        metrics.goodRun("contacts", NOW.minusSeconds(90));

        assertThat(meters.scrape()).contains("eicbridge_last_good_run_age_seconds{endpoint=\"contacts\"} 60.0");
    }
}
