package io.eicbridge.intercom;

import java.util.concurrent.locks.Condition;

/** Waits for a signal, or until a time is up on whatever clock the pace runs by. */
public interface Waiter {

    /** Waits for the condition, {@code nanos} of the pace's ticker at the longest. */
    void await(Condition turn, long nanos) throws InterruptedException;
}
