package io.eicbridge.importing;

import java.util.concurrent.atomic.AtomicInteger;

/** What a live run has found out about itself: whether it is complete, what it changes, and why it may have to wait. */
final class RunFindings {
    private final AtomicInteger failedObjects = new AtomicInteger();
    private Verdict verdict = Verdict.OPEN;
    private Tally tally;
    private String reason = "";
    private boolean held;
    private long unasked;
    private boolean approved;

    /** The verdict, and for an incomplete run the words that say why. */
    synchronized void judge(Verdict found, String why) {
        verdict = found;
        reason = why;
    }

    synchronized boolean complete() {
        return verdict == Verdict.COMPLETE;
    }

    /** Tells something about a run that is not held for it. */
    synchronized void tell(String what) {
        reason = reason.isEmpty() ? what : reason + " " + what;
    }

    /** Lets nothing be published before somebody approves it; every reason is kept. */
    synchronized void hold(String why) {
        held = true;
        reason = reason.isEmpty() ? why : reason + " " + why;
    }

    /** Counts accounts that are missing and too many to be asked for; the run is held for them. */
    synchronized void leaveUnasked(long accounts) {
        unasked = accounts;
    }

    synchronized long unasked() {
        return unasked;
    }

    synchronized boolean held() {
        return held;
    }

    /** Why the run is incomplete or held, or what else there is to say. */
    synchronized String reason() {
        return reason;
    }

    synchronized void approve() {
        approved = true;
        verdict = Verdict.COMPLETE;
    }

    synchronized boolean approved() {
        return approved;
    }

    /** What the run changes, once it was weighed; null before. */
    synchronized Tally tally() {
        return tally;
    }

    synchronized void weighed(Tally changes) {
        tally = changes;
    }

    /** Counts an object that Intercom failed to tell of; returns how many there were. */
    int failedObject() {
        return failedObjects.incrementAndGet();
    }
}
