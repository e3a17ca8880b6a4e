package io.eicbridge.intercom;

/** Single calls that find out what the rate is: at the start, and after a refusal, until an answer tells. */
final class Probes {
    private boolean on = true;
    private int round;
    private int allowed = 1;

    boolean on() {
        return on;
    }

    /** Calls are probes of the round in which they were sent; those of earlier rounds tell nothing any more. */
    int round() {
        return round;
    }

    /** How many calls of this round may be in flight. */
    int allowed() {
        return allowed;
    }

    /** An answer came that does not tell the rate: there may be none, so one more call may be in flight from now on. */
    void more() {
        allowed += on ? 1 : 0;
    }

    void off() {
        on = false;
    }

    void restart() {
        on = true;
        round++;
        allowed = 1;
    }
}
