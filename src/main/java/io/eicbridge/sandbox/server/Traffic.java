package io.eicbridge.sandbox.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was asked and answered. */
public final class Traffic {
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final RateWindow window;

    Traffic(RateWindow window) {
        this.window = window;
    }

    void begin() {
        int now = open.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
    }

    /** A dropped connection counts as status 0. */
    void end(String method, String pattern, int status) {
        open.decrementAndGet();
        counts.computeIfAbsent(method + " " + pattern + " " + status, missing -> new AtomicLong())
                .incrementAndGet();
    }

    /** Answers by method, path pattern and status, such as {@code GET /contacts/{id} 200}. */
    public Map<String, Long> answers() {
        Map<String, Long> answers = new TreeMap<>();
        counts.forEach((name, count) -> answers.put(name, count.get()));
        return answers;
    }

    /** Answers of one method, path pattern and status. */
    public long answers(String method, String pattern, int status) {
        AtomicLong count = counts.get(method + " " + pattern + " " + status);
        return count == null ? 0 : count.get();
    }

    /** All answers. */
    public long total() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** The largest number of calls refused by the rate limit within one window. */
    public int mostRefusedPerWindow() {
        return window.mostRefused();
    }

    /** The largest number of requests in work at the same time. */
    public int mostAtOnce() {
        return most.get();
    }

    /** Begins to count anew, with a fresh rate window. */
    public void reset() {
        counts.clear();
        most.set(open.get());
        window.reset();
    }
}
