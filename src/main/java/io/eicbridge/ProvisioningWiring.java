package io.eicbridge;

import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.flow.watch.PausesHealth;
import io.eicbridge.flow.watch.RequestWatch;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.DeadLetters;
import io.eicbridge.journal.Hints;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.provisioning.parameter.ForeignCalls;
import io.eicbridge.provisioning.parameter.OperationRoutes;
import io.eicbridge.provisioning.parameter.ParameterOperations;
import io.eicbridge.provisioning.parameter.SingleSteps;
import io.eicbridge.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes what carries requests out, and what tells operators about them. */
final class ProvisioningWiring {
    /** So often a lease is renewed before it would end. */
    private static final int BEATS = 5;

    private static final List<String> PUBLISHED =
            List.of("https://api.intercom.io", "https://api.eu.intercom.io", "https://api.au.intercom.io");

    private final Provisioning provisioning;
    private final Map<String, ConnectionParameters> parameters;
    private final Map<String, Object> beans = new LinkedHashMap<>();

    /** What it works with. */
    record Tools(Store store, Clock clock, Calls calls, String holder, ScheduledExecutorService heart, Runnable wake) {}

    ProvisioningWiring(Settings settings, BridgeMetrics metrics, Tools tools) {
        this.provisioning = provisioning(settings, metrics, tools);
        long beat = settings.provisioning().lease().toMillis() / BEATS;
        tools.heart().scheduleAtFixedRate(provisioning::beat, beat, beat, TimeUnit.MILLISECONDS);
        beans.putAll(provisioning.beans());
        beans.put(
                "requestWatch",
                new RequestWatch(
                        provisioning.sights()::get, provisioning.shelf()::paused, metrics.meters(), tools.clock()));
        this.parameters = parameters(settings);
        beans.put("pausesHealth", new PausesHealth(provisioning.shelf()::paused));
        beans.put("operationRoutes", new OperationRoutes(settings.provisioning().foreign(), parameters));
        beans.put("parameterOperations", foreign(settings, parameters, tools));
    }

    private static Provisioning provisioning(Settings settings, BridgeMetrics metrics, Tools tools) {
        Map<String, Set<String>> types = Map.of(
                EndpointImport.TEAMMATES, Settings.TEAMMATE_TYPES,
                EndpointImport.CONTACTS, Settings.CONTACT_TYPES);
        Provisioning.Tools parts = new Provisioning.Tools(
                tools.store(),
                tools.clock(),
                tools.holder(),
                new DeadLetters(tools.clock()),
                new Hints(tools.clock()),
                metrics::requestOutcome,
                tools.wake());
        return new Provisioning(settings.provisioning(), types, Set.of(EndpointImport.TEAMMATES), parts);
    }

    private static ParameterOperations foreign(
            Settings settings, Map<String, ConnectionParameters> parameters, Tools tools) {
        SingleSteps steps = new SingleSteps(tools.store(), new Intents(tools.clock()));
        return new ParameterOperations(parameters, new ForeignCalls(addresses(settings)), steps, tools.calls());
    }

    /** Of both endpoints, so that all that is wrong with them is told at once. */
    private static Map<String, ConnectionParameters> parameters(Settings settings) {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (String endpoint : List.of(EndpointImport.TEAMMATES, EndpointImport.CONTACTS)) {
            folders.put(endpoint, settings.connection(endpoint));
        }
        Map<Path, ConnectionParameters> read = ConnectionParameters.readAll(
                folders.values(), Map.of("url", addresses(settings).get(0)));
        Map<String, ConnectionParameters> parameters = new LinkedHashMap<>();
        folders.forEach((endpoint, folder) -> parameters.put(endpoint, read.get(folder)));
        return parameters;
    }

    /** Published packages name Intercom by its usual address, wherever it is here. */
    private static List<String> addresses(Settings settings) {
        return Stream.concat(Stream.of(settings.intercom().url().toString()), PUBLISHED.stream())
                .toList();
    }

    /** The connection parameters of each endpoint. */
    Map<String, ConnectionParameters> parameters() {
        return parameters;
    }

    Map<String, Object> beans() {
        return Map.copyOf(beans);
    }

    Provisioning provisioning() {
        return provisioning;
    }
}
