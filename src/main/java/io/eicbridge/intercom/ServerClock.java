package io.eicbridge.intercom;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Intercom's clock, told by its Date headers and carried on by a monotonic ticker.
 *
 * <p>A Date is cut to the second and old on arrival, so every one gives a time that is at most the true one, and the
 * latest of them is the closest. Those of the last two windows count, lest one wrong server decide for ever.
 */
final class ServerClock {
    private boolean told;
    private boolean turned;
    private long before;
    private long current;

    /** Takes a Date that arrived at {@code ticks} nanoseconds of the ticker. */
    void heard(Instant date, long ticks) {
        long ahead = nanos(date.getEpochSecond()) - ticks;
        current = told && !turned ? later(current, ahead) : ahead;
        before = told ? before : ahead;
        told = true;
        turned = false;
    }

    /** Takes this Date alone: what was heard before has led to a refused call. */
    void trust(Instant date, long ticks) {
        told = false;
        heard(date, ticks);
    }

    /** Takes the end of a window for ten seconds away, if no Date was ever heard. */
    void guess(long reset, long window, long ticks) {
        if (!told) {
            heard(Instant.ofEpochSecond(reset - window), ticks);
        }
    }

    /** A window has ended: times told before the one before it no longer count. */
    void turn() {
        before = current;
        turned = true;
    }

    /** Nanoseconds until a second of Intercom's clock has surely begun; 0 or less if it has. */
    long until(long second, long ticks) {
        return nanos(second) - (ticks + later(before, current));
    }

    /** The second of Intercom's clock that has surely begun. */
    long second(long ticks) {
        return Math.floorDiv(ticks + later(before, current), TimeUnit.SECONDS.toNanos(1));
    }

    /** The first full second of Intercom's clock that is so many seconds away at least. */
    long secondAfter(long seconds, long ticks) {
        return -Math.floorDiv(-(ticks + later(before, current)), TimeUnit.SECONDS.toNanos(1)) + seconds;
    }

    // by difference, because a ticker may begin anywhere and wrap
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static long nanos(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
