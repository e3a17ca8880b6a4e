package io.eicbridge.sandbox.server;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A fault on some requests: those whose method and path fit ({@code *} stands for anything), after so many that pass, so many times,
 * each with a probability from 0 to 1.
 */
public record Fault(
        FaultKind kind,
        String method,
        String path,
        int after,
        int times,
        double probability,
        int status,
        Duration delay) {
    private static final String ANY = "*";

    /** A fault of every request from now on. */
    public static Fault of(FaultKind kind) {
        int status = kind == FaultKind.DONE_STATUS ? 504 : 503;
        return new Fault(kind, ANY, ANY, 0, Integer.MAX_VALUE, 1, status, Duration.ofSeconds(1));
    }

    /** Only on this path; {@code *} stands for anything, slashes included. */
    public Fault on(String changed) {
        return new Fault(kind, method, changed, after, times, probability, status, delay);
    }

    /** Only on requests of this method, such as {@code POST}. */
    public Fault by(String changed) {
        return new Fault(kind, changed, path, after, times, probability, status, delay);
    }

    /** Only after so many requests of the path went well. */
    public Fault after(int changed) {
        return new Fault(kind, method, path, changed, times, probability, status, delay);
    }

    /** Only so many times. */
    public Fault times(int changed) {
        return new Fault(kind, method, path, after, changed, probability, status, delay);
    }

    /** Only on this share, 0 to 1, of the requests. */
    public Fault withProbability(double changed) {
        return new Fault(kind, method, path, after, times, changed, status, delay);
    }

    /** With this status, for {@link FaultKind#STATUS} and {@link FaultKind#DONE_STATUS}. */
    public Fault withStatus(int changed) {
        return new Fault(kind, method, path, after, times, probability, changed, delay);
    }

    /** With this delay, for {@link FaultKind#SLOW} and {@link FaultKind#DONE_SLOW}. */
    public Fault withDelay(Duration changed) {
        return new Fault(kind, method, path, after, times, probability, status, changed);
    }

    boolean fits(String askedMethod, String askedPath) {
        String pattern = Pattern.quote(path).replace(ANY, "\\E.*\\Q");
        return (method.equals(ANY) || method.equals(askedMethod)) && askedPath.matches(pattern);
    }
}
