package io.eicbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the bridge and keeps it up. */
@Command(
        name = "run",
        description = {
            "Starts the bridge: scheduled imports, and the connector API that EIC pulls from.",
            "Needs intercom.access-token and bridge.api-token; stop it with Ctrl-C, a running import ends after its page."
        },
        footer = {"  export INTERCOM_ACCESS_TOKEN=... BRIDGE_API_TOKEN=...", "  eic-bridge run"})
final class RunCommand implements Callable<Integer> {
    private final Program program;

    @Option(
            names = "--dev",
            description = "Bring edits of routes/ to life as they are saved; a broken one is told and changes nothing.")
    private boolean dev;

    RunCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        return program.run(dev);
    }
}
