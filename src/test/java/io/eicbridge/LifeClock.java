package io.eicbridge;

import io.eicbridge.sandbox.workspace.Controls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The bridge's clock, which goes on with Intercom's and is, as clocks are, not quite the same. */
final class LifeClock extends Clock {
    private final Instant start;
    private final long begun = System.nanoTime();
    private volatile Duration time = Duration.ZERO;

    LifeClock(Instant start) {
        this.start = start;
    }

    void wait(Duration more, Controls intercom) {
        time = time.plus(more);
        intercom.clockOffset(time);
    }

    @Override
    public Instant instant() {
        return start.plus(time).plusNanos(System.nanoTime() - begun);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
