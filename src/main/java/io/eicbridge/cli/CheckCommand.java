package io.eicbridge.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries everything that the bridge depends on. */
@Command(
        name = "check",
        description = {
            "Tries what the bridge depends on, a line each: settings, database, token, permissions, API version.",
            "Changes nothing in Intercom; makes or upgrades the database's tables where that is needed.",
            "Exit codes: 0 all well, 1 something failed, with what to do about it."
        },
        footer = "  eic-bridge check")
final class CheckCommand implements Callable<Integer> {
    private final Program program;

    @Spec
    private CommandSpec spec;

    CheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<CheckLine> lines = program.check();
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("what", "outcome", "detail");
        lines.forEach(line -> table.row(line.name(), line.outcome().name().toLowerCase(Locale.ROOT), line.detail()));
        out.println(table);
        List<CheckLine> failed = lines.stream()
                .filter(line -> line.outcome() == CheckLine.Outcome.FAILED)
                .toList();
        failed.forEach(line -> out.println(System.lineSeparator() + line.name() + ": " + line.remedy()));
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
