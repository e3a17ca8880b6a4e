package io.eicbridge.intercom;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Counts calls per window of ten seconds and tells about it in headers, as Intercom does. */
final class LimitedServer {
    private static final long EPOCH = 1_763_892_000;
    private final int limit;
    private final Map<Long, Integer> served = new TreeMap<>();
    private final Map<Long, Integer> refused = new TreeMap<>();

    LimitedServer(int limit) {
        this.limit = limit;
    }

    /** Serves or refuses a call that arrives at {@code nanos} since the server began. */
    synchronized Map<String, Object> call(long nanos) {
        long second = EPOCH + TimeUnit.NANOSECONDS.toSeconds(nanos);
        long reset = (second / Budget.WINDOW + 1) * Budget.WINDOW;
        int before = served.getOrDefault(reset, 0);
        boolean fits = before < limit;
        (fits ? served : refused).merge(reset, 1, Integer::sum);
        return headers(fits ? 200 : 429, limit, Math.max(0, limit - before - 1), second, reset);
    }

    /** Lets others use up what is left of the window at {@code nanos}. */
    synchronized void exhaust(long nanos) {
        long second = EPOCH + TimeUnit.NANOSECONDS.toSeconds(nanos);
        served.put((second / Budget.WINDOW + 1) * Budget.WINDOW, limit);
    }

    /** Calls served, by window. */
    synchronized Map<Long, Integer> served() {
        return new TreeMap<>(served);
    }

    /** Calls refused, by window. */
    synchronized Map<Long, Integer> refused() {
        return new TreeMap<>(refused);
    }

    static Map<String, Object> headers(int status, int limit, int remaining, long second, long reset) {
        return Map.of(
                "CamelHttpResponseCode", status,
                "Date", date(second),
                "x-ratelimit-limit", String.valueOf(limit),
                "X-RateLimit-Remaining", String.valueOf(remaining),
                "X-RateLimit-Reset", String.valueOf(reset));
    }

    static String date(long second) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC));
    }
}
