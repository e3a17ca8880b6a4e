package io.eicbridge.intercom;

/** Sends calls to Intercom, paced, repeated where that is safe, and judged. */
public interface Calls {

    /** Sends the call and waits for its answer; throws one of the three failures otherwise. */
    Answer send(Call call);
}
