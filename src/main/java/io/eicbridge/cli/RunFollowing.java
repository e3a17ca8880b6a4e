package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine;

/** Shows how far a run is until it ends, then its report. */
record RunFollowing(CommandLine line, ReportFormat report) {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Returns the exit code of the run's outcome, or of the interruption. */
    int toItsEnd(Bridge bridge, Interruption interruption, long run) {
        ObjectNode progress;
        try (ProgressDisplay display = display()) {
            progress = new ImportWatch(bridge, PAUSE, interruption.requested()).follow(run, display);
        }
        if (interruption.requested().getCount() == 0 && Progress.of(progress).running()) {
            return ExitCode.FAILED;
        }
        return new ImportOutcome(line.getOut(), line.getErr(), report).print(progress);
    }

    private ProgressDisplay display() {
        return Boolean.getBoolean("eicbridge.terminal")
                ? new ProgressOnTerminal(System.err)
                : new ProgressLines(line.getErr(), InstantSource.system());
    }
}
