package io.eicbridge.intercom;

/** Says in a message what follows when a call stays without a good answer. */
final class Repetition {
    private Repetition() {}

    static String of(Call call) {
        return call.idempotent()
                ? "It is tried again by itself."
                : "It may or may not have been carried out, so it is looked up before it is repeated.";
    }
}
