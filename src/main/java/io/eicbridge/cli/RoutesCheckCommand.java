package io.eicbridge.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries the routes without starting them. */
@Command(
        name = "check",
        description = {
            "Loads routes/ as 'run' would, without starting anything, and checks the house rules.",
            "Every problem is told with file, line and what to do. Exit codes: 0 in order, 1 something was found."
        },
        footer = "  eic-bridge routes check")
final class RoutesCheckCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    RoutesCheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<RouteFinding> findings = program.routesCheck();
        PrintWriter out = spec.commandLine().getOut();
        new RouteFindings(findings).print(out);
        out.println(findings.isEmpty() ? "The routes are in order." : findings.size() + " found.");
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
