package io.eicbridge;

import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.Program;
import io.eicbridge.cli.RouteFinding;
import io.eicbridge.cli.SandboxOptions;
import java.util.List;
import java.util.Optional;

/** The program as the demo's commands see it: everything goes to the demo's bridge over its API. */
record DemoProgram(Here here, Settings settings) implements Program {
    @Override
    public int run(boolean dev) {
        return here.run(dev);
    }

    @Override
    public int demo(boolean exit) {
        return here.demo(exit);
    }

    @Override
    public int sandbox(SandboxOptions options) {
        return here.sandbox(options);
    }

    @Override
    public List<RouteFinding> routesCheck() {
        return here.routesCheck();
    }

    @Override
    public List<CheckLine> check() {
        return here.check();
    }

    @Override
    public Optional<Bridge> running() {
        return Here.running(settings.bridge());
    }

    @Override
    public Bridge bridge() {
        return running().orElseThrow();
    }
}
