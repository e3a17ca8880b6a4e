package io.eicbridge.importing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a live run must stop after its page, why, and whether anybody works for it still. */
final class RunHalt {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Void> away = new CompletableFuture<>();
    private volatile Exception failure;
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile boolean suspended;

    /** Ends all slices after their page because of a failure; false where the run stops already, for whatever reason. */
    synchronized boolean fail(Exception cause) {
        if (stopped()) {
            return false;
        }
        failure = cause;
        stop.countDown();
        return true;
    }

    Exception failure() {
        return failure;
    }

    synchronized void stop() {
        stop.countDown();
    }

    synchronized void suspend() {
        if (!stopped()) {
            suspended = true;
            stop.countDown();
        }
    }

    boolean suspended() {
        return suspended;
    }

    boolean stopped() {
        return stop.getCount() == 0;
    }

    /** Takes a run over that rests; false where it works still, or somebody else has taken it over. */
    boolean takenOver() {
        return suspended && away.isDone() && taken.compareAndSet(false, true);
    }

    CompletableFuture<Void> away() {
        return away;
    }

    /** Waits unless the run must stop; returns whether it may go on. */
    boolean pause(Duration time) {
        try {
            return !stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
