package io.eicbridge.importing;

import java.util.concurrent.atomic.LongAdder;

/** How far a live run is in its present phase, counted in rows. */
final class RunProgress {
    private static final double NANOS = 1e9;
    private final LongAdder read = new LongAdder();
    private final LongAdder expected = new LongAdder();
    private final LongAdder before = new LongAdder();
    private volatile Phase phase = Phase.ACCOUNTS;
    private volatile long began = System.nanoTime();

    Phase phase() {
        return phase;
    }

    /** Begins a phase with no row read and none expected yet. */
    void begin(Phase now) {
        phase = now;
        read.reset();
        expected.reset();
        before.reset();
        began = System.nanoTime();
    }

    void read(long rows) {
        read.add(rows);
    }

    /** Expects so many rows of a slice, of which an interrupted run has read some. */
    void expect(long rows, long alreadyRead) {
        expected.add(rows);
        read.add(alreadyRead);
        before.add(alreadyRead);
    }

    long read() {
        return read.sum();
    }

    long expected() {
        return Math.max(expected.sum(), read.sum());
    }

    /** Rows a second since the phase began, without those of an interrupted run. */
    double perSecond() {
        double seconds = (System.nanoTime() - began) / NANOS;
        return seconds <= 0 ? 0 : (read.sum() - before.sum()) / seconds;
    }
}
