package io.eicbridge.sandbox.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time in the sandbox: a clock and a settable offset. */
public final class Time {
    private final Clock clock;
    private volatile Duration offset = Duration.ZERO;

    /** The time of a clock. */
    public Time(Clock clock) {
        this.clock = clock;
    }

    /** Now. */
    public Instant now() {
        return clock.instant().plus(offset);
    }

    /** The current Unix second. */
    public long second() {
        return now().getEpochSecond();
    }

    /** Moves the time so far away from the clock. */
    public void offset(Duration changed) {
        offset = changed;
    }
}
