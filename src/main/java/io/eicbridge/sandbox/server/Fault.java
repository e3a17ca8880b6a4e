package io.eicbridge.sandbox.server;

import java.time.Duration;

/**
 * A fault on some requests: those whose path fits ({@code *} at the end stands for anything), after so many that pass, so many times,
 * each with a probability from 0 to 1.
 */
public record Fault(FaultKind kind, String path, int after, int times, double probability, int status, Duration delay) {
    /** A fault of every request from now on. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, "*", 0, Integer.MAX_VALUE, 1, 503, Duration.ofSeconds(1));
    }

    /** Only on this path; {@code *} at the end stands for anything. */
    public Fault on(String changed) {
        return new Fault(kind, changed, after, times, probability, status, delay);
    }

    /** Only after so many requests of the path went well. */
    public Fault after(int changed) {
        return new Fault(kind, path, changed, times, probability, status, delay);
    }

    /** Only so many times. */
    public Fault times(int changed) {
        return new Fault(kind, path, after, changed, probability, status, delay);
    }

    /** Only on this share, 0 to 1, of the requests. */
    public Fault withProbability(double changed) {
        return new Fault(kind, path, after, times, changed, status, delay);
    }

    /** With this status, for {@link FaultKind#STATUS}. */
    public Fault withStatus(int changed) {
        return new Fault(kind, path, after, times, probability, changed, delay);
    }

    /** With this delay, for {@link FaultKind#SLOW}. */
    public Fault withDelay(Duration changed) {
        return new Fault(kind, path, after, times, probability, status, changed);
    }

    boolean fits(String asked) {
        return path.endsWith("*") ? asked.startsWith(path.substring(0, path.length() - 1)) : asked.equals(path);
    }
}
