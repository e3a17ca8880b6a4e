package io.eicbridge.intercom;

import java.time.Instant;
import java.util.Optional;

/**
 * How many calls may still be sent in the current window; not safe for threads, {@link Pace} guards it.
 *
 * <p>Every call in flight is taken for one that Intercom has not counted yet. Intercom's count can then only be lower,
 * never higher, than the calls that were permitted, in whatever order the answers arrive.
 */
final class Budget {
    /** Seconds of a window whose end Intercom has not told yet. */
    static final long WINDOW = 10;

    private static final int RATE = 429;
    private final double share;
    private final ServerClock clock = new ServerClock();
    private final InFlight inFlight = new InFlight();
    private final Probes probes = new Probes();
    private int limit;
    private int remaining;
    private long told;
    private long reset;
    private long refusedUntil;

    Budget(double share) {
        this.share = share;
    }

    /** Nanoseconds to wait before a call of the lane may be tried again, 0 if it may be sent now. */
    long pause(Lane lane, long ticks) {
        inFlight.forget(ticks);
        long refused = refusedUntil == 0 ? 0 : clock.until(refusedUntil, ticks);
        if (refused > 0) {
            return refused;
        }
        if (probes.on()) {
            return inFlight.count(probes.round()) < probes.allowed() ? 0 : Long.MAX_VALUE;
        }
        turnIfOver(ticks);
        boolean room = remaining - inFlight.count() > lane.reserve(limit, share);
        return room ? 0 : clock.until(reset, ticks);
    }

    /** Takes one call out of the budget until it is answered or lost. */
    void take(Call call, long ticks) {
        inFlight.add(call, ticks, probes.round());
    }

    /** Learns from an answer; nanoseconds since the call's permit, 0 if it had none. */
    long answered(Call call, AnswerHeaders headers, long ticks) {
        Optional<Quota> quota = Quota.of(headers);
        Optional<InFlight.Sent> sent = quota.isPresent() ? inFlight.remove(call) : inFlight.removeUntold(call, ticks);
        Instant date = headers.date();
        if (date != null) {
            clock.heard(date, ticks);
        }
        if (headers.status() == RATE) {
            refused(quota, headers, ticks);
        } else if (quota.isPresent()) {
            sent.ifPresent(inFlight::told);
            learn(quota.get(), sent.isPresent() && sent.get().round() == probes.round(), ticks);
        } else if (sent.isPresent()) {
            probes.more();
        }
        return sent.map(permit -> ticks - permit.ticks()).orElse(0L);
    }

    /** A call stays without an answer: Intercom may have counted it. */
    void lost(Call call, long ticks) {
        inFlight.removeUntold(call, ticks);
    }

    private void learn(Quota quota, boolean timely, long ticks) {
        clock.guess(quota.reset(), WINDOW, ticks);
        boolean probed = probes.on() && timely && quota.reset() == told;
        if (quota.reset() > told || probed) {
            begin(quota);
        } else if (quota.reset() == told && told == reset) {
            remaining = Math.min(remaining, quota.remaining());
        }
    }

    private void begin(Quota quota) {
        if (told == reset) {
            clock.turn();
        }
        told = quota.reset();
        reset = told;
        limit = quota.limit();
        remaining = quota.remaining();
        probes.off();
    }

    // the end of a window is known before the first answer of the next one comes
    private void turnIfOver(long ticks) {
        if (clock.until(reset, ticks) > 0) {
            return;
        }
        long over = clock.second(ticks) - reset;
        reset += (over / WINDOW + 1) * WINDOW;
        remaining = limit;
        clock.turn();
        inFlight.turn();
    }

    private void refused(Optional<Quota> quota, AnswerHeaders headers, long ticks) {
        if (quota.isPresent() && quota.get().reset() < told) {
            return; // an old window's answer that comes late
        }
        Instant date = headers.date();
        if (date != null) {
            clock.trust(date, ticks);
        }
        quota.ifPresent(some -> learn(some.usedUp(), false, ticks));
        refusedUntil = Math.max(refusedUntil, end(quota, headers, ticks));
        probes.restart();
    }

    private long end(Optional<Quota> quota, AnswerHeaders headers, long ticks) {
        long seconds = headers.number("Retry-After").orElse(quota.isPresent() ? 1 : WINDOW);
        return Math.max(
                clock.secondAfter(seconds, ticks), quota.map(Quota::reset).orElse(0L));
    }
}
