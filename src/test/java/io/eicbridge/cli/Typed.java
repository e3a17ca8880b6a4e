package io.eicbridge.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** What a person would see after typing a command, on a program whose bridge runs behind a port. */
final class Typed implements Program {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int port;
    private RuntimeException failure;
    private List<RouteFinding> findings = List.of();
    private List<CheckLine> checks = List.of();
    private final List<Object> started = new ArrayList<>();

    Typed(int port) {
        this.port = port;
    }

    Typed failing(RuntimeException withThis) {
        failure = withThis;
        return this;
    }

    Typed finding(RouteFinding... found) {
        findings = List.of(found);
        return this;
    }

    Typed checking(CheckLine... lines) {
        checks = List.of(lines);
        return this;
    }

    int execute(String... arguments) {
        return Commands.line(this)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    CommandLine line() {
        return Commands.line(this);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<Object> started() {
        return started;
    }

    @Override
    public int run(boolean dev) {
        started.add(dev ? "run that is edited" : "run");
        if (failure != null) {
            throw failure;
        }
        return 0;
    }

    @Override
    public int demo(boolean exit) {
        started.add(exit ? "demo that ends" : "demo");
        return 0;
    }

    @Override
    public int sandbox(SandboxOptions options) {
        started.add(options);
        return 0;
    }

    @Override
    public List<RouteFinding> routesCheck() {
        return findings;
    }

    @Override
    public List<CheckLine> check() {
        return checks;
    }

    @Override
    public Optional<Bridge> running() {
        return RemoteBridge.find(port, BridgeOverHttp.TOKEN);
    }

    @Override
    public Bridge bridge() {
        return running().orElseThrow();
    }
}
