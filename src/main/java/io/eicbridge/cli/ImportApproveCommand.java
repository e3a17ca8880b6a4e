package io.eicbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a run that a threshold held. */
@Command(
        name = "approve",
        description = {
            "Publishes a run that a threshold held, after asking Intercom once more about each account it lists.",
            "Refused once a newer full run of the endpoint has started."
        },
        footer = "  eic-bridge import approve 17")
final class ImportApproveCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Number of the held run, as 'import' and 'import status' tell it.")
    private long run;

    ImportApproveCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        try (Bridge bridge = program.bridge();
                Interruption interruption = new Interruption(bridge, line.getErr()).listening()) {
            bridge.approve(run);
            return new RunFollowing(line, ReportFormat.TEXT).toItsEnd(bridge, interruption, run);
        }
    }
}
