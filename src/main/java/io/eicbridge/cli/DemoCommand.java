package io.eicbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the bridge at work on a sandbox. */
@Command(
        name = "demo",
        description = {
            "Shows the bridge at work on a sandbox of Intercom: imports, what EIC pulls from them, a list that breaks off,",
            "and a run that is held by a threshold until it is approved.",
            "It needs no account, no token, no setting and no network, and leaves your own data alone.",
            "Exit codes: 0 every step went as it should, 1 one did not."
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
