package io.eicbridge.connector.provisioning;

import io.eicbridge.failure.Transient;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Limits how many callers wait for an outcome at the same time, so that the server's threads are never all theirs. */
public final class WaitingCalls {
    private final int most;
    private final Semaphore places;

    /** At most so many wait: {@code bridge.waiting-calls}. */
    public WaitingCalls(int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    /** Takes a place; {@code Transient} where there is none, before anything of the call is accepted. */
    public void enter() {
        if (!places.tryAcquire()) {
            throw new Transient(
                    most + " calls wait for their outcome already, and this one was not accepted: call again,"
                            + " with fewer at the same time, or raise 'bridge.waiting-calls'.",
                    true,
                    null,
                    null);
        }
    }

    /** What {@code outcome} tells once it has waited, where there is a place to wait; otherwise what {@code standing} tells at once. */
    public <T> T waited(Supplier<T> outcome, Supplier<T> standing) {
        if (!places.tryAcquire()) {
            return standing.get();
        }
        try {
            return outcome.get();
        } finally {
            leave();
        }
    }

    /** Gives the place back that {@link #enter} took. */
    public void leave() {
        places.release();
    }
}
