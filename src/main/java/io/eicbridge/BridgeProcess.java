package io.eicbridge;

import io.eicbridge.flow.CallsByRoute;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.flow.watch.MetricsCredentials;
import io.eicbridge.journal.Leases;
import io.eicbridge.store.Store;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** The bridge in this process: its directory open and its routes running, until it is closed. */
final class BridgeProcess implements AutoCloseable {
    private final Store store;
    private final Wiring wiring;
    private final Main main;

    private BridgeProcess(Store store, Wiring wiring, Main main) {
        this.store = store;
        this.wiring = wiring;
        this.main = main;
    }

    /** Starts the selected routes; a Configuration failure says what keeps them from starting. */
    static BridgeProcess start(Settings settings, RouteSelection selection, Clock clock) {
        Store store = Store.open(settings.directory());
        takeOver(settings, store);
        Main main = main(settings, selection);
        try {
            return start(settings, selection, clock, store, main);
        } catch (RuntimeException e) {
            main.stop();
            store.close();
            throw e;
        }
    }

    /** Whoever held a lease in a database that this process owns alone is dead. */
    private static void takeOver(Settings settings, Store store) {
        if (settings.directory().embedded()) {
            store.inTransaction(handle -> {
                new Leases().takeOver(handle);
                return null;
            });
        }
    }

    private static BridgeProcess start(
            Settings settings, RouteSelection selection, Clock clock, Store store, Main main) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // later Camel would have made a registry of its own, and show that one
        main.bind(BridgeMetrics.REGISTRY_NAME, meters);
        main.init();
        CamelContext camel = main.getCamelContext();
        ProducerTemplate template = camel.createProducerTemplate();
        Wiring.Handing handing = new Wiring.Handing(
                run -> template.asyncSendBody("direct:import-run", run),
                run -> template.asyncSendBody("direct:import-absences-approve", run));
        Wiring wiring =
                new Wiring(settings, store, new CallsByRoute(camel), new BridgeMetrics(meters, clock), handing, clock);
        wiring.beans().forEach(camel.getRegistry()::bind);
        new RouteFolder(settings.home().resolve("routes")).load(camel, selection);
        main.start();
        return new BridgeProcess(store, wiring, main);
    }

    private static Main main(Settings settings, RouteSelection selection) {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().setRoutesCollectorEnabled(false);
        main.setOverrideProperties(new Machine(settings).properties(selection, metricsUsers(settings, selection)));
        return main;
    }

    private static String metricsUsers(Settings settings, RouteSelection selection) {
        if (selection == RouteSelection.COMMAND) {
            return "";
        }
        List<String> tokens = Stream.of(
                        settings.bridge().apiToken(), settings.bridge().previousApiToken())
                .filter(token -> !token.isEmpty())
                .toList();
        Path folder = settings.home().resolve("data");
        return new MetricsCredentials(tokens).writeTo(folder).toString();
    }

    Wiring wiring() {
        return wiring;
    }

    /** Lets runs end after their page, then stops the routes and closes the directory. */
    @Override
    public void close() {
        wiring.runs().stopAll();
        main.stop();
        wiring.close();
        store.close();
    }
}
