package io.eicbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the newest runs, or one of them in full. */
@Command(
        name = "status",
        description = "Shows the newest imports, or one of them with its report and those it affects.",
        footer = {"  eic-bridge import status", "  eic-bridge import status 17"})
final class ImportStatusCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Number of one run.")
    private Long run;

    ImportStatusCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Bridge bridge = program.bridge()) {
            return run == null ? list(bridge.runs()) : one(bridge.progress(run));
        }
    }

    private int list(ObjectNode json) {
        Table table = new Table("run", "endpoint", "mode", "state", "read", "started", "ended", "reason");
        for (JsonNode each : json.path("runs")) {
            table.row(
                    each.path("run").asText(),
                    each.path("endpoint").asText(),
                    each.path("mode").asText() + (each.path("dryRun").asBoolean() ? " (dry)" : ""),
                    each.path("state").asText(),
                    each.path("read").asText(),
                    each.path("startedAt").asText(""),
                    each.path("endedAt").asText(""),
                    each.path("reason").asText(""));
        }
        out().println(
                        json.path("runs").isEmpty()
                                ? "There was no import yet: eic-bridge import teammates"
                                : table.toString());
        return ExitCode.DONE;
    }

    private int one(ObjectNode progress) {
        if (Progress.of(progress).running()) {
            out().println(ProgressLines.line(Progress.of(progress)));
            return ExitCode.DONE;
        }
        new ImportOutcome(out(), spec.commandLine().getErr(), ReportFormat.TEXT).print(progress);
        return ExitCode.DONE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
