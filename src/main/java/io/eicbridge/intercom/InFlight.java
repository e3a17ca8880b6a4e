package io.eicbridge.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The calls that have a permit and no answer yet. */
final class InFlight {
    // longer than any call waits for its answer: whatever is older was dropped by a route without a word
    private static final long FORGOTTEN = TimeUnit.MINUTES.toNanos(5);
    private final List<Sent> calls = new ArrayList<>();

    void add(Call call, long ticks, int round) {
        calls.add(new Sent(call, ticks, round));
    }

    int count() {
        return calls.size();
    }

    int count(int round) {
        return (int) calls.stream().filter(sent -> sent.round == round).count();
    }

    /** Takes the call out, if it had a permit. */
    Optional<Sent> remove(Call call) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).call.equals(call)) {
                return Optional.of(calls.remove(i));
            }
        }
        return Optional.empty();
    }

    /** Takes out what was never answered; how many calls that were. */
    int forget(long ticks) {
        int before = calls.size();
        calls.removeIf(sent -> ticks - sent.ticks > FORGOTTEN);
        return before - calls.size();
    }

    /** A call, when it got its permit, and the round of probes that was on then. */
    record Sent(Call call, long ticks, int round) {}
}
