package io.eicbridge.directory;

import java.time.Instant;

/**
 * One thing that happened to an account.
 *
 * @param run the run that found it, null where nobody read it from Intercom
 * @param kind {@code created}, {@code changed}, {@code gained}, {@code ended} or {@code forgotten}
 * @param what the attribute or the entitlement's type
 * @param before the value before, empty for none
 * @param after the value after, or the entitlement
 */
public record HistoryEntry(Instant at, Long run, String kind, String what, String before, String after) {
    /** Without the values, so that they do not reach a log. */
    @Override
    public String toString() {
        return "HistoryEntry[at=" + at + ", run=" + run + ", kind=" + kind + ", what=" + what + "]";
    }
}
