package io.eicbridge.intercom;

import io.eicbridge.failure.Transient;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** Lets calls go no faster than Intercom's rate limit allows, the important lanes first; shared by all that call. */
public final class Pace {
    // nobody waits longer without looking again, so that calls that were never answered are noticed
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(Budget.WINDOW);
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Ticket> queue =
            new PriorityQueue<>(Comparator.comparing(Ticket::lane).thenComparing(Ticket::number));
    private final Budget budget;
    private final CallListener listener;
    private final LongSupplier ticker;
    private final Waiter waiter;
    private long numbers;

    /** A pace that leaves {@code share} of the limit, 0 to 1, free of full imports, and less of it free of the lanes before. */
    public Pace(double share, CallListener listener) {
        this(share, listener, System::nanoTime, Condition::awaitNanos);
    }

    /** A pace on another clock: {@code ticker} gives nanoseconds that only grow, {@code waiter} waits by it. */
    public Pace(double share, CallListener listener, LongSupplier ticker, Waiter waiter) {
        this.budget = new Budget(share);
        this.listener = listener;
        this.ticker = ticker;
        this.waiter = waiter;
    }

    /**
     * Waits until the call may be sent.
     *
     * @throws Transient if the thread is interrupted, not to be repeated: the bridge is stopping
     */
    public void permit(Call call) {
        long asked = ticker.getAsLong();
        lock.lock();
        boolean waited;
        try {
            waited = waitInLine(call);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Transient.unsent(call.place() + " was not sent: the bridge stops. " + call.context(), false, stop);
        } finally {
            lock.unlock();
        }
        if (waited) {
            listener.waited(call.lane(), Duration.ofNanos(ticker.getAsLong() - asked));
        }
    }

    /** Learns the rate from an answer's headers; the time since the call's permit, zero if it had none. */
    public Duration observe(Call call, Map<String, Object> headers) {
        AnswerHeaders received = new AnswerHeaders(headers);
        lock.lock();
        try {
            long took = budget.answered(call, received, ticker.getAsLong());
            wakeFirst();
            return Duration.ofNanos(took);
        } finally {
            lock.unlock();
        }
    }

    /** Learns that a call stays without an answer. */
    public void lost(Call call) {
        lock.lock();
        try {
            budget.lost(call, ticker.getAsLong());
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    private boolean waitInLine(Call call) throws InterruptedException {
        Ticket ticket = new Ticket(call.lane(), numbers++, lock.newCondition());
        queue.add(ticket);
        boolean waited = false;
        try {
            for (long pause = pause(ticket); pause > 0; pause = pause(ticket)) {
                waited = true;
                waiter.await(ticket.turn, Math.min(pause, LONGEST_WAIT));
            }
            budget.take(call, ticker.getAsLong());
        } finally {
            queue.remove(ticket);
            wakeFirst();
        }
        return waited;
    }

    // who stands behind need not look: the first in line leaves the least free, so nobody can go before it
    private long pause(Ticket ticket) {
        return queue.peek() == ticket ? budget.pause(ticket.lane, ticker.getAsLong()) : LONGEST_WAIT;
    }

    private void wakeFirst() {
        if (!queue.isEmpty()) {
            queue.peek().turn.signal();
        }
    }

    private record Ticket(Lane lane, long number, Condition turn) {}
}
