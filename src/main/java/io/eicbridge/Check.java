package io.eicbridge;

import io.eicbridge.cli.CheckLine;
import io.eicbridge.cli.CheckLine.Outcome;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.store.Store;
import io.eicbridge.store.StoreSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tries everything that the bridge depends on, in the order of dependence, and says what to do where one fails. */
final class Check {
    private static final String SETTINGS = "settings";
    private static final String DATABASE = "database";
    private static final String REQUESTS = "requests";
    private static final String ROUTES = "routes and Intercom";
    /** What to do where the failure itself does not say it. */
    private static final Map<String, String> REMEDIES = Map.of(
            SETTINGS,
            "Correct application.properties, or the environment variable of the key's name in capitals"
                    + " (intercom.url is INTERCOM_URL).",
            DATABASE,
            "Correct \"directory.url\", \"directory.user\" and \"directory.password\", or see that the database runs and"
                    + " that no other program has it open.",
            ROUTES,
            "'eic-bridge routes check' tells file, line and remedy.");

    private static final String LATER =
            "Try again in a minute; https://www.intercomstatus.com tells whether Intercom is disturbed.";

    private final Supplier<Settings> read;
    private final Clock clock;
    private final List<CheckLine> lines = new ArrayList<>();
    private Settings settings;

    /** Tries what these settings say; reading them is the first trial. */
    Check(Supplier<Settings> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    List<CheckLine> lines() {
        boolean readable = tried(SETTINGS, () -> {
            settings = read.get();
            return "application.properties and the environment are in order";
        });
        if (!readable) {
            skipped(DATABASE);
            skipped(REQUESTS);
            skipped(ROUTES);
            return lines;
        }
        if (tried(DATABASE, this::database)) {
            tried(REQUESTS, () -> new RequestsCheck(settings, clock).told());
        } else {
            skipped(REQUESTS);
        }
        tried(ROUTES, this::intercom);
        return lines;
    }

    private String database() {
        boolean running = Here.running(settings.bridge()).isPresent();
        if (running && settings.directory().embedded()) {
            return "a running bridge has it open";
        }
        try (Store store = Store.open(settings.directory())) {
            String kind = settings.directory().embedded() ? "the embedded H2 opens" : "PostgreSQL answers";
            return store.read(handle -> kind);
        }
    }

    /** The routes are tried over an empty directory, so that neither a locked nor a real one matters here. */
    private String intercom() {
        StoreSettings memory = new StoreSettings("jdbc:h2:mem:check-" + System.nanoTime(), "", "");
        try (BridgeProcess process =
                BridgeProcess.start(settings.withDirectory(memory), RouteSelection.COMMAND, clock)) {
            new IntercomCheck(settings, process.wiring().calls()).lines(this::tried, this::skipped);
        }
        return "the routes load and call Intercom";
    }

    /** Adds a line, before those that the trial adds itself; returns whether the trial went well. */
    private boolean tried(String name, Supplier<String> trial) {
        int place = lines.size();
        try {
            String detail = trial.get();
            lines.add(place, new CheckLine(name, Outcome.OK, detail, ""));
            return true;
        } catch (RuntimeException e) {
            CheckFinding finding = CheckFinding.of(e, REMEDIES.getOrDefault(name, LATER));
            lines.add(place, new CheckLine(name, Outcome.FAILED, finding.found(), finding.remedy()));
            return false;
        }
    }

    private void skipped(String name) {
        lines.add(new CheckLine(name, Outcome.SKIPPED, "not tried, because an earlier line failed", ""));
    }
}
