package io.eicbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the bridge at work on a sandbox. */
@Command(
        name = "demo",
        description = {
            "Shows the bridge at work on a sandbox of Intercom: an import, and what EIC would pull from it.",
            "It needs no account, no token and no setting, and leaves your own data alone."
        },
        footer = {"  eic-bridge demo", "  eic-bridge demo --exit"})
final class DemoCommand implements Callable<Integer> {
    private final Program program;

    @Option(names = "--exit", description = "End after the tour instead of staying up.")
    private boolean exit;

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return program.demo(exit);
    }
}
