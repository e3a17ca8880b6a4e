package io.eicbridge;

import io.eicbridge.cli.Bridge;
import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.Program;
import io.eicbridge.cli.RemoteBridge;
import io.eicbridge.cli.RouteFinding;
import io.eicbridge.cli.SandboxOptions;
import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The program as commands start it: with the files of one home folder. */
final class Here implements Program {
    private static final int DEMO_CONTACTS = 12_000;
    private final Path home;
    private final Clock clock = Clock.systemUTC();

    Here(Path home) {
        this.home = home;
    }

    @Override
    public int run(boolean dev) {
        Settings settings = Settings.read(home);
        if (settings.bridge().apiToken().isEmpty()) {
            throw new Configuration(
                    "Setting \"bridge.api-token\" is missing; allowed is a random text of 16 characters or"
                            + " more, which EIC will have to present. Make one with 'openssl rand -hex 32', and set it as the"
                            + " environment variable BRIDGE_API_TOKEN.");
        }
        BridgeProcess bridge = BridgeProcess.start(settings, RouteSelection.ALL, clock);
        if (dev) {
            bridge.editedLive(settings);
            System.out.println("Edits of " + home.resolve("routes") + " come to life as they are saved.");
        }
        System.out.println("The bridge is ready: connector API on "
                + settings.bridge().localUrl() + ", health and metrics on http://"
                + settings.bridge().managementHost() + ":" + settings.bridge().managementPort() + "/observe");
        return untilStopped(bridge);
    }

    @Override
    public int demo(boolean exit) {
        return new Demo(home, clock, System.out).run(exit, DEMO_CONTACTS);
    }

    @Override
    public int sandbox(SandboxOptions options) {
        SandboxSettings settings = SandboxSettings.defaults()
                .withPort(options.intercomPort())
                .withContacts(Math.toIntExact(options.contacts()))
                .withSeed(options.seed())
                .withLatency(Duration.ofMillis(options.latency()))
                .withTeammates(options.teammates())
                .withToken(options.token() == null || options.token().isEmpty() ? null : options.token())
                .withIndexLag(Duration.ofSeconds(options.indexLag()))
                .withMaximumVersion(options.version());
        try {
            IntercomSandbox sandbox = IntercomSandbox.start(settings);
            System.out.println("A stand-in for Intercom answers on " + sandbox.url() + " with " + options.contacts()
                    + " contacts and " + options.teammates() + " teammates.");
            return untilStopped(sandbox);
        } catch (IOException e) {
            throw new Configuration(e.getMessage() + " with --intercom-port, or stop the program that has this one.");
        }
    }

    /** Keeps the program up until it is told to stop, then closes what it started. */
    static int untilStopped(AutoCloseable started) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started, stopped), "stop"));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void close(AutoCloseable started, CountDownLatch stopped) {
        try {
            started.close();
        } catch (Exception e) {
            System.err.println("The stop was not clean: " + e.getMessage());
        } finally {
            stopped.countDown();
        }
    }

    @Override
    public List<RouteFinding> routesCheck() {
        return new RoutesCheck(home).findings();
    }

    @Override
    public List<CheckLine> check() {
        return new Check(() -> Settings.read(home), clock).lines();
    }

    /** The bridge that runs on this machine with these settings; empty where none does. */
    static Optional<Bridge> running(BridgeSettings bridge) {
        return RemoteBridge.find(
                bridge.localUrl(), bridge.apiToken(), bridge.keystore().map(OwnCertificate::trust));
    }

    @Override
    public Optional<Bridge> running() {
        return running(Settings.read(home).bridge());
    }

    @Override
    public Bridge bridge() {
        Settings settings = Settings.read(home);
        return running(settings.bridge())
                .orElseGet(() -> new LocalBridge(BridgeProcess.start(settings, RouteSelection.COMMAND, clock)));
    }
}
