package io.eicbridge.cli;

/** What came of trying one thing that the bridge depends on; a failed one has a remedy, others an empty text. */
public record CheckLine(String name, Outcome outcome, String detail, String remedy) {
    /** How a trial ended; skipped means that an earlier failure left nothing to try. */
    public enum Outcome {
        OK,
        FAILED,
        SKIPPED
    }
}
