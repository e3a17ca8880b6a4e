package io.eicbridge.intercom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The calls that have a permit and of which Intercom's count, as far as it was told, may not know yet. */
final class InFlight {
    // longer than any call waits for its answer: whatever is older was dropped by a route without a word
    private static final long FORGOTTEN = TimeUnit.MINUTES.toNanos(5);
    private final List<Sent> calls = new ArrayList<>();
    private final List<Long> untold = new ArrayList<>();

    void add(Call call, long ticks, int round) {
        calls.add(new Sent(call, ticks, round));
    }

    int count() {
        return calls.size() + untold.size();
    }

    /** How many calls of one round of probes have no answer. */
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

    /** Takes the call out, but counts it until the rate is told to a call that was sent later. */
    Optional<Sent> removeUntold(Call call, long ticks) {
        Optional<Sent> sent = remove(call);
        sent.ifPresent(one -> untold.add(ticks));
        return sent;
    }

    /** The rate was told to this call: it counts all that ended before it was sent. */
    void told(Sent sent) {
        untold.removeIf(ended -> sent.ticks - ended >= 0);
    }

    /** A window ended, and with it what Intercom counted in it. */
    void turn() {
        untold.clear();
    }

    void forget(long ticks) {
        calls.removeIf(sent -> ticks - sent.ticks > FORGOTTEN);
    }

    /** A call, when it got its permit, and the round of probes that was on then. */
    record Sent(Call call, long ticks, int round) {}
}
