package io.eicbridge.sandbox.server;

import io.eicbridge.sandbox.workspace.Time;

/** Counts the calls of each window of ten seconds. */
final class RateWindow {
    private static final long SECONDS = 10;
    private final Time time;
    private final int limit;
    private long window;
    private int used;
    private int refused;
    private int mostRefused;

    /** What the headers of an answer say, and whether the call may go on. */
    record Allowance(boolean admitted, int limit, int remaining, long reset) {}

    RateWindow(Time time, int limit) {
        this.time = time;
        this.limit = limit;
    }

    synchronized Allowance admit() {
        turn();
        boolean admitted = used < limit;
        if (admitted) {
            used++;
        } else {
            refuse();
        }
        return new Allowance(admitted, limit, limit - used, (window + 1) * SECONDS);
    }

    private void turn() {
        long current = time.second() / SECONDS;
        if (current != window) {
            window = current;
            used = 0;
            refused = 0;
        }
    }

    private void refuse() {
        refused++;
        mostRefused = Math.max(mostRefused, refused);
    }

    synchronized int mostRefused() {
        return mostRefused;
    }

    synchronized void reset() {
        window = -1;
        mostRefused = 0;
    }
}
