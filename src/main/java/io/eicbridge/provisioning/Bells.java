package io.eicbridge.provisioning;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes callers that wait for an outcome in this process; those that wait for another process look by themselves. */
final class Bells {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long outcomes;

    /** How many outcomes have been told so far: whoever looks at a request asks first. */
    long outcomes() {
        lock.lock();
        try {
            return outcomes;
        } finally {
            lock.unlock();
        }
    }

    /** Something got its outcome. */
    void ring() {
        lock.lock();
        try {
            outcomes++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are more outcomes than {@code known}, at most so long; false where the thread is interrupted. */
    boolean await(long known, Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (outcomes == known && left > 0) {
                left = rung.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** The shorter one. */
    static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    static long in(Duration time) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(time.toMillis());
    }
}
