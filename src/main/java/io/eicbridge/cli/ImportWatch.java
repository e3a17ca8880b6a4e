package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows a run until it ends or until somebody interrupts the program. */
final class ImportWatch {
    private final Bridge bridge;
    private final Duration pause;
    private final CountDownLatch interrupted;

    ImportWatch(Bridge bridge, Duration pause, CountDownLatch interrupted) {
        this.bridge = bridge;
        this.pause = pause;
        this.interrupted = interrupted;
    }

    /** The run as it stood at its end, which tells of no phase any more and is not shown, or at the interruption. */
    ObjectNode follow(long run, ProgressDisplay display) {
        ObjectNode json = bridge.progress(run);
        while (Progress.of(json).running()) {
            display.show(Progress.of(json));
            if (interruptedWithin(pause)) {
                return json;
            }
            json = next(run, json);
        }
        return json;
    }

    private ObjectNode next(long run, ObjectNode last) {
        try {
            return bridge.progress(run);
        } catch (RuntimeException e) {
            if (interrupted.getCount() == 0) {
                return last; // the bridge is closing under this question
            }
            throw e;
        }
    }

    private boolean interruptedWithin(Duration time) {
        try {
            return interrupted.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
