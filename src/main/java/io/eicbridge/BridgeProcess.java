package io.eicbridge;

import io.eicbridge.flow.CallsAtRest;
import io.eicbridge.flow.CallsByRoute;
import io.eicbridge.flow.RequestsAtRest;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteReload;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.RouteSet;
import io.eicbridge.flow.RouteWatch;
import io.eicbridge.flow.RunsAtRest;
import io.eicbridge.flow.Surroundings;
import io.eicbridge.flow.door.Door;
import io.eicbridge.flow.door.ServerRefusals;
import io.eicbridge.flow.door.ServerThreads;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.flow.watch.MetricsCredentials;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.request.Claims;
import io.eicbridge.store.Store;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The bridge in this process: its directory open and its routes running, until it is closed. */
final class BridgeProcess implements AutoCloseable {
    static final String CARRY_OUT = "direct:import-run";
    static final String WORK = "seda:provisioning-work";
    static final String APPROVE = "direct:import-absences-approve";
    /** Where there are more wake-ups than this takes, enough workers are awake. */
    private static final String WAKE = WORK + "?discardWhenFull=true";

    private static final Duration LOOK = Duration.ofMillis(250);
    private final Store store;
    private final Wiring wiring;
    private final Main main;
    private final Optional<RouteReload> reload;
    private Optional<RouteWatch> watch = Optional.empty();

    private BridgeProcess(Store store, Wiring wiring, Main main, Optional<RouteReload> reload) {
        this.store = store;
        this.wiring = wiring;
        this.main = main;
        this.reload = reload;
        reload.ifPresent(routes -> wiring.routes().serve(routes::reload));
    }

    /** Starts the selected routes; a Configuration failure says what keeps them from starting. */
    static BridgeProcess start(Settings settings, RouteSelection selection, Clock clock) {
        Store store = Store.open(settings.directory());
        Main main = new Main();
        try {
            takeOver(settings, store, clock);
            return start(settings, selection, clock, store, main, metricsUsers(settings, selection));
        } catch (RuntimeException e) {
            main.stop();
            store.close();
            throw e;
        }
    }

    private static BridgeProcess start(
            Settings settings,
            RouteSelection selection,
            Clock clock,
            Store store,
            Main main,
            Optional<Path> metricsUsers) {
        try {
            String users = metricsUsers.map(Path::toString).orElse("");
            configure(main, new Machine(settings).properties(selection, users));
            return start(settings, selection, clock, store, main);
        } finally {
            metricsUsers.ifPresent(file -> file.toFile().delete());
        }
    }

    /** Whoever held a lease in a database that this process owns alone is dead. */
    private static void takeOver(Settings settings, Store store, Clock clock) {
        if (settings.directory().embedded()) {
            store.inTransaction(handle -> {
                new Leases().takeOver(handle);
                new Claims(settings.provisioning().lease()).takeOverAll(handle, clock.instant());
                return null;
            });
        }
    }

    private static BridgeProcess start(
            Settings settings, RouteSelection selection, Clock clock, Store store, Main main) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // before the context is made: Camel's metrics page would otherwise show a registry of its own
        main.bind(BridgeMetrics.REGISTRY_NAME, meters);
        main.bind("serverThreads", ServerThreads.beside(settings.bridge().waitingCalls()));
        main.init();
        CamelContext camel = main.getCamelContext();
        ProducerTemplate template = camel.createProducerTemplate();
        Wiring.Handing handing = new Wiring.Handing(
                run -> template.asyncSendBody(CARRY_OUT, run),
                run -> template.asyncSendBody(APPROVE, run),
                () -> template.sendBody(WAKE, ""));
        Wiring wiring =
                new Wiring(settings, store, new CallsByRoute(camel), new BridgeMetrics(meters, clock), handing, clock);
        wiring.beans().forEach(camel.getRegistry()::bind);
        RouteSet routes = folder(settings).load(camel, selection);
        main.start();
        if (selection == RouteSelection.COMMAND) {
            return new BridgeProcess(store, wiring, main, Optional.empty());
        }
        ServerRefusals.answerFor(camel, settings.bridge().port());
        return new BridgeProcess(store, wiring, main, Optional.of(reload(settings, camel, wiring, routes)));
    }

    private static RouteFolder folder(Settings settings) {
        return new RouteFolder(settings.home().resolve("routes"));
    }

    private static RouteReload reload(Settings settings, CamelContext camel, Wiring wiring, RouteSet routes) {
        RouteRules rules = new RouteRules(settings, wiring.beans(), Surroundings.of(camel));
        Door door = Door.of(camel, settings.bridge().port());
        RouteReload.Terms terms = new RouteReload.Terms(
                rules::problems,
                List.of(
                        new RunsAtRest(wiring.suspension()),
                        new RequestsAtRest(wiring.provisioning().work()),
                        new CallsAtRest(camel, door)),
                settings.suspendLimit());
        return new RouteReload(camel, folder(settings), routes, terms);
    }

    /** Brings edits of the routes to life as they are saved, until the bridge stops. */
    BridgeProcess editedLive(Settings settings) {
        watch = reload.map(routes -> RouteWatch.begin(settings.home().resolve("routes"), LOOK, routes::reload));
        return this;
    }

    private static void configure(Main main, Properties properties) {
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setRoutesCollectorEnabled(false);
        main.setOverrideProperties(properties);
    }

    /** The file that the management server reads while it starts; a command has no such server. */
    private static Optional<Path> metricsUsers(Settings settings, RouteSelection selection) {
        BridgeSettings bridge = settings.bridge();
        return selection == RouteSelection.COMMAND
                ? Optional.empty()
                : Optional.of(new MetricsCredentials(bridge.tokens()).write());
    }

    Wiring wiring() {
        return wiring;
    }

    /** Lets runs end after their page, then stops the routes and closes the directory. */
    @Override
    public void close() {
        watch.ifPresent(RouteWatch::close);
        wiring.runs().stopAll();
        wiring.provisioning().work().rest();
        wiring.provisioning().desk().close();
        reload.ifPresent(RouteReload::close);
        main.stop();
        wiring.close();
        store.close();
    }
}
