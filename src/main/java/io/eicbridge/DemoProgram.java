package io.eicbridge;

import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.Program;
import io.eicbridge.cli.RouteFinding;
import io.eicbridge.cli.SandboxOptions;
import java.util.List;

/** The program as the demo's commands see it: everything goes to the demo's bridge over its API. */
record DemoProgram(Here here, Settings settings) implements Program {
    @Override
    public int run() {
        return here.run();
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
    public Bridge bridge() {
        return Here.running(settings.bridge()).orElseThrow();
    }
}
