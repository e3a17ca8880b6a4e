package io.eicbridge;

import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.CheckLine.Outcome;
import io.eicbridge.failure.Failure;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.intercom.Calls;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tries everything that the bridge depends on, in the order of dependence, and says what to do where one fails. */
final class Check {
    private final Path home;
    private final Clock clock;
    private final List<CheckLine> lines = new ArrayList<>();

    Check(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    List<CheckLine> lines() {
        Settings[] read = new Settings[1];
        if (!tried("settings", () -> {
            read[0] = Settings.read(home);
            return "application.properties and the environment are in order";
        })) {
            return lines;
        }
        Settings settings = read[0];
        tried("database", () -> database(settings));
        StoreSettings memory = new StoreSettings("jdbc:h2:mem:check-" + System.nanoTime(), "", "");
        tried("routes and Intercom", () -> intercom(settings.withDirectory(memory)));
        return lines;
    }

    private String database(Settings settings) {
        boolean running = Here.running(settings.bridge()).isPresent();
        if (running && settings.directory().embedded()) {
            return "a running bridge has it open";
        }
        try (Store store = Store.open(settings.directory())) {
            return store.read(handle -> settings.directory().toString());
        }
    }

    private String intercom(Settings settings) {
        try (BridgeProcess process = BridgeProcess.start(settings, RouteSelection.COMMAND, clock)) {
            Calls calls = process.wiring().calls();
            new IntercomCheck(settings, calls).lines(this::tried, this::skipped);
        }
        return "the routes load and call Intercom";
    }

    /** Adds a line; returns whether the trial went well. */
    private boolean tried(String name, Supplier<String> trial) {
        int place = lines.size();
        try {
            String detail = trial.get();
            lines.add(place, new CheckLine(name, Outcome.OK, detail, ""));
            return true;
        } catch (RuntimeException e) {
            lines.add(place, new CheckLine(name, Outcome.FAILED, words(e), ""));
            return false;
        }
    }

    private void skipped(String name) {
        lines.add(new CheckLine(name, Outcome.SKIPPED, "not tried, because an earlier line failed", ""));
    }

    private static String words(RuntimeException failure) {
        return failure instanceof Failure || failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
