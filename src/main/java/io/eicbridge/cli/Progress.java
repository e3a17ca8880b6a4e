package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How far a run is; expected is 0 where the number of records is not known. */
record Progress(
        long run,
        String endpoint,
        String mode,
        String state,
        String phase,
        long read,
        long expected,
        double perSecond) {

    static Progress of(ObjectNode json) {
        return new Progress(
                json.path("run").asLong(),
                json.path("endpoint").asText(),
                json.path("mode").asText(),
                json.path("state").asText("running"),
                json.path("phase").asText(),
                json.path("read").asLong(),
                json.path("expected").asLong(0),
                json.path("perSecond").asDouble());
    }

    boolean running() {
        return "running".equals(state);
    }

    /** Seconds until the phase is through at the present rate, or -1 where that cannot be told. */
    long secondsLeft() {
        return expected < read || expected == 0 || perSecond <= 0 ? -1 : Math.round((expected - read) / perSecond);
    }
}
