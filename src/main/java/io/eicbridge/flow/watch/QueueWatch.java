package io.eicbridge.flow.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows in the gauge {@code eicbridge.queue.unread.age} for how many seconds nobody has known how the queue items stand; 0 where none is
 * open.
 */
public final class QueueWatch {
    private final Supplier<Optional<Instant>> unread;
    private final Clock clock;

    /** Shows what is told of the last whole reading. */
    public QueueWatch(Supplier<Optional<Instant>> unread, MeterRegistry meters, Clock clock) {
        this.unread = unread;
        this.clock = clock;
        Gauge.builder("eicbridge.queue.unread.age", this::age).register(meters);
    }

    private double age() {
        return unread.get()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
