package io.eicbridge;

import io.eicbridge.failure.Configuration;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The guided tour: a made-up Intercom workspace, a bridge on it, imports, what EIC would be answered, and what it has done in Intercom. */
final class Demo {
    private final Path home;
    private final Clock clock;
    private final PrintStream out;

    /** The tour of the program in this folder, told to {@code out}. */
    Demo(Path home, Clock clock, PrintStream out) {
        this.home = home;
        this.clock = clock;
        this.out = out;
    }

    /** Takes the tour in a workspace of so many contacts; answers 1 if a step did not go as it should. */
    int run(boolean exit, int contacts) {
        try (DemoFolder folder = DemoFolder.create();
                IntercomSandbox sandbox = IntercomSandbox.start(
                        SandboxSettings.defaults().withContacts(contacts).withLatency(Duration.ofMillis(20)))) {
            return tour(exit, sandbox, folder);
        } catch (IOException e) {
            throw new Configuration("The demo cannot start: " + e.getMessage()
                    + ". It needs a writable folder for temporary files and free ports on this machine.");
        }
    }

    private int tour(boolean exit, IntercomSandbox sandbox, DemoFolder folder) throws IOException {
        Settings settings = new DemoSettings(home).on(sandbox.url(), folder.path());
        DemoStage stage = new DemoStage(settings.bridge(), new DemoProgram(new Here(home), settings), out);
        BridgeProcess bridge = BridgeProcess.start(settings, RouteSelection.ALL, clock);
        AutoCloseable all = () -> {
            bridge.close();
            sandbox.close();
            folder.close();
        };
        try {
            walk(stage, sandbox, settings.bridge());
            new DemoEnd(settings.bridge(), out).tell(stage.wrong(), exit);
        } catch (RuntimeException e) {
            bridge.close();
            throw e;
        }
        if (exit) {
            bridge.close();
            return stage.wrong() == 0 ? 0 : 1;
        }
        return Here.untilStopped(all);
    }

    private static void walk(DemoStage stage, IntercomSandbox sandbox, BridgeSettings bridge) {
        stage.say(
                "A stand-in for Intercom answers on " + sandbox.url() + ", the bridge on " + bridge.localUrl() + ".",
                "Nothing leaves this machine, and your own directory is not touched.");
        new DemoTour(sandbox, stage).walk();
    }
}
