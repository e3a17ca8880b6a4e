package io.eicbridge.provisioning;

import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands due requests to the workers of this process. Workers that ask at the same time are served by one transaction, because each commit
 * takes its time.
 */
public final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicInteger asking = new AtomicInteger();
    private final Queue<Claim> taken = new ArrayDeque<>();
    private final Claiming claiming;
    private final InHand inHand;
    private final Runnable wake;
    private volatile boolean resting;

    Work(Claiming claiming, InHand inHand, Runnable wake) {
        this.claiming = claiming;
        this.inHand = inHand;
        this.wake = wake;
    }

    /** The next request to carry out; null where none may be carried out now. */
    public ProvisioningRequest next() {
        asking.incrementAndGet();
        lock.lock();
        try {
            Claim claim = claim();
            return claim == null ? null : claim.request();
        } catch (RuntimeException e) {
            LOG.warn("No request could be taken, which is tried again: {}", e.getMessage());
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Claim claim() {
        int wanted = asking.getAndDecrement();
        if (taken.isEmpty() && !resting) {
            refill(wanted);
        }
        return taken.poll();
    }

    /** Looks on while all that was found is kept back; where more was due than asked for, another worker is woken. */
    private void refill(int wanted) {
        Claiming.Taken found;
        do {
            found = claiming.take(wanted);
            found.claims().forEach(inHand::add);
            taken.addAll(found.claims());
        } while (taken.isEmpty() && found.found() == wanted);
        if (found.found() == wanted) {
            wake.run();
        }
    }

    /** Wakes a worker, of this one or another thread, to look for the next request. */
    public void wake() {
        wake.run();
    }

    /** Takes nothing new until {@link #goOn}; what was taken is carried out. */
    public void rest() {
        resting = true;
    }

    /** Takes requests again. */
    public void goOn() {
        resting = false;
        wake.run();
    }
}
