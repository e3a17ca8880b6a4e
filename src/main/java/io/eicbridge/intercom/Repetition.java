package io.eicbridge.intercom;

/** Ends a message about a call that stayed without a good answer; whoever repeats it says so himself. */
final class Repetition {
    private Repetition() {}

    static String end(Call call) {
        return call.idempotent()
                ? call.context()
                : "It may or may not have been carried out, so it is looked up before it is repeated. "
                        + call.context();
    }
}
