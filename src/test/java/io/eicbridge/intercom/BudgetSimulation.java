package io.eicbridge.intercom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs callers against a limited server on simulated time, with answers that overtake each other. */
final class BudgetSimulation {
    private static final long TICKS_AT_START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(7);
    private final Random random;
    private final Budget budget;
    private final LimitedServer server;
    private final long slowest;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final List<Call> waiting = new ArrayList<>();
    private final Map<Lane, Integer> sent = new EnumMap<>(Lane.class);
    private double lossRate;
    private long now;

    BudgetSimulation(long seed, double share, LimitedServer server, long slowestMillis) {
        this.random = new Random(seed);
        this.budget = new Budget(share);
        this.server = server;
        this.slowest = TimeUnit.MILLISECONDS.toNanos(slowestMillis);
        this.now = random.nextLong(TimeUnit.SECONDS.toNanos(10));
    }

    BudgetSimulation losing(double rate) {
        lossRate = rate;
        return this;
    }

    BudgetSimulation callers(int count, Lane lane) {
        for (int i = 0; i < count; i++) {
            waiting.add(Call.get("/" + lane + "/" + i).inLane(lane));
        }
        return this;
    }

    long now() {
        return now;
    }

    Map<Lane, Integer> sent() {
        return sent;
    }

    BudgetSimulation run(long seconds) {
        long end = now + TimeUnit.SECONDS.toNanos(seconds);
        while (now < end) {
            long pause = sendWhatMayBeSent();
            Event next = events.peek();
            if (next != null && next.at - now <= pause) {
                now = next.at;
                events.poll().action.run();
            } else {
                now += pause;
            }
        }
        return this;
    }

    private long sendWhatMayBeSent() {
        waiting.sort(Comparator.comparing(Call::lane));
        while (!waiting.isEmpty()) {
            long pause = budget.pause(waiting.get(0).lane(), ticks());
            if (pause > 0) {
                return pause;
            }
            send(waiting.remove(0));
        }
        return Long.MAX_VALUE / 4;
    }

    private void send(Call call) {
        budget.take(call, ticks());
        sent.merge(call.lane(), 1, Integer::sum);
        after(() -> {
            Map<String, Object> headers = server.call(now);
            boolean lost = random.nextDouble() < lossRate;
            after(() -> {
                if (lost) {
                    budget.lost(call, ticks());
                } else {
                    budget.answered(call, new AnswerHeaders(headers), ticks());
                }
                waiting.add(call);
            });
        });
    }

    private void after(Runnable action) {
        events.add(new Event(now + 1 + random.nextLong(slowest), action));
    }

    // a ticker that wraps in the middle of it
    private long ticks() {
        return TICKS_AT_START + now;
    }

    private record Event(long at, Runnable action) {}
}
