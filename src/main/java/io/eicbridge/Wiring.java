package io.eicbridge;

import io.eicbridge.dialect.ImportParameters;
import io.eicbridge.flow.NoHiddenRetries;
import io.eicbridge.flow.OutboundHttp;
import io.eicbridge.flow.door.Departures;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.flow.watch.DirectoryHealth;
import io.eicbridge.flow.watch.EachListener;
import io.eicbridge.flow.watch.IntercomHealth;
import io.eicbridge.flow.watch.Lookout;
import io.eicbridge.flow.watch.RunsHealth;
import io.eicbridge.flow.watch.TokenWatch;
import io.eicbridge.importing.EndpointImport;
import io.eicbridge.importing.LiveRun;
import io.eicbridge.importing.LiveRuns;
import io.eicbridge.importing.MappingPreview;
import io.eicbridge.importing.RunRequests;
import io.eicbridge.importing.Suspension;
import io.eicbridge.intercom.Answers;
import io.eicbridge.intercom.CallListener;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Pace;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** The one class that knows every room: makes the beans that routes name, and what commands need. */
final class Wiring implements AutoCloseable {
    private final ExecutorService readers;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(daemon("lease-keeper"));
    private final Map<String, Object> beans = new LinkedHashMap<>();
    private final ImportWiring imports;
    private final CommandDesk desk;
    private final RecordsWiring records;
    private final RoutesDesk routes = new RoutesDesk();
    private final Calls calls;
    private final ProvisioningWiring provisioning;
    private final RequestsWiring requests;

    /** What routes are given to work on: runs to carry out, held runs to publish, and a wake-up for the next request. */
    record Handing(Consumer<LiveRun> carryOut, Consumer<LiveRun> approve, Runnable wake) {}

    Wiring(Settings settings, Store store, Calls calls, BridgeMetrics metrics, Handing handing, Clock clock) {
        this.calls = calls;
        this.readers = Executors.newFixedThreadPool(settings.imports().readers(), daemon("import-counts"));
        Map<String, EndpointImport> endpoints = endpoints(settings);
        String holder = holder();
        ImportWiring.Tools tools = new ImportWiring.Tools(
                store, calls, clock, readers, heart, handing, holder, new RunMetrics(metrics, clock));
        this.imports = new ImportWiring(settings, endpoints, tools);
        this.desk = new CommandDesk(endpoints, imports.desk(), new MappingPreview(endpoints, calls));
        this.records = new RecordsWiring(settings, endpoints, calls, imports.parts());
        beans.putAll(records.beans());
        beans.putAll(imports.beans());
        ConnectorWiring connector = new ConnectorWiring(settings, store, endpoints, clock);
        beans.putAll(connector.beans());
        beans.putAll(new WebhookWiring(settings.webhooks(), store, metrics::notified, clock).beans());
        this.provisioning = new ProvisioningWiring(
                settings, metrics, new ProvisioningWiring.Tools(store, clock, calls, holder, heart, handing.wake()));
        beans.putAll(provisioning.beans());
        beans.putAll(new TeammateProvisioningWiring(
                        settings,
                        new TeammateProvisioningWiring.Tools(
                                store,
                                calls,
                                imports.parts().accounts(),
                                new EachListener(List.of(
                                        metrics, provisioning.provisioning().callAudit())),
                                metrics.meters(),
                                provisioning.provisioning().queueEnds(),
                                provisioning.parameters(),
                                holder,
                                clock))
                .beans());
        beans.putAll(new ContactProvisioningWiring(
                        settings, imports.parts(), provisioning.parameters().get(EndpointImport.CONTACTS))
                .beans());
        this.requests = new RequestsWiring(
                store,
                endpoints.keySet(),
                imports.parts().deadLetters(),
                provisioning.provisioning(),
                new RequestsWiring.Entry(
                        connector.tickets(), settings.provisioning().longestWait()));
        beans.putAll(requests.beans());
        beans.putAll(outbound(
                settings, metrics, imports.live(), provisioning.provisioning().callAudit()));
        beans.put("commandDesk", desk);
        beans.put("routesDesk", routes);
        beans.put("departures", new Departures());
        beans.putAll(watch(settings, store, endpoints.keySet(), metrics, clock));
    }

    /** What tells operators how the endpoints do. */
    private Map<String, Object> watch(
            Settings settings, Store store, Set<String> endpoints, BridgeMetrics metrics, Clock clock) {
        Duration limit = settings.bridge().runAgeLimit();
        ImportParts parts = imports.parts();
        Sights sights = new Sights(store, endpoints, parts.runs(), parts.deadLetters());
        GoodRuns goodRuns = new GoodRuns(store, endpoints);
        goodRuns.get().forEach((endpoint, ended) -> ended.ifPresent(at -> metrics.goodRun(endpoint, at)));
        return Map.of(
                "lookout",
                new Lookout(sights, limit, metrics.meters(), clock),
                "runsHealth",
                new RunsHealth(goodRuns, limit, clock),
                "directoryHealth",
                new DirectoryHealth(() -> store.read(handle ->
                        handle.createQuery("select 1").mapTo(Integer.class).one())));
    }

    /** Beans that routes can be checked against: they look like the real ones and reach nothing. */
    static Wiring ofTrial(Settings settings, Store store, Clock clock) {
        Calls none = call -> {
            throw new IllegalStateException("nothing is called while routes are checked");
        };
        BridgeMetrics metrics = new BridgeMetrics(new SimpleMeterRegistry(), clock);
        return new Wiring(settings, store, none, metrics, new Handing(run -> {}, run -> {}, () -> {}), clock);
    }

    private static Map<String, EndpointImport> endpoints(Settings settings) {
        Map<String, EndpointImport> endpoints = new LinkedHashMap<>();
        for (String name : List.of(EndpointImport.TEAMMATES, EndpointImport.CONTACTS)) {
            ImportParameters parameters =
                    ImportParameters.read(settings.connection(name).resolve("ImportAccountEntJSON.json"));
            endpoints.put(name, settings.endpoint(name, parameters));
        }
        return endpoints;
    }

    /** What every call to Intercom passes: its pace, its judge, and the client that sends it once. */
    private static Map<String, Object> outbound(
            Settings settings, BridgeMetrics metrics, LiveRuns live, CallListener audit) {
        IntercomHealth health = new IntercomHealth();
        EachListener listener = new EachListener(
                List.of(metrics, health, new TokenWatch(metrics.meters()), new RunRequests(live), audit));
        Pace pace = new Pace(settings.intercom().share(), listener);
        OutboundHttp http = new OutboundHttp(
                settings.intercom().connectTimeout(),
                settings.intercom().responseTimeout(),
                Integer.parseInt(settings.values().get("intercom.connections")),
                settings.intercom().proxyHost(),
                settings.intercom().proxyPort());
        return Map.of(
                "intercomPace",
                pace,
                "intercomAnswers",
                new Answers(settings.intercom().url(), pace, listener),
                "intercomHealth",
                health,
                "noHiddenRetries",
                new NoHiddenRetries(http));
    }

    /** Names this process among all that share a database. */
    private static String holder() {
        return ManagementFactory.getRuntimeMXBean().getName() + "/"
                + ManagementFactory.getRuntimeMXBean().getStartTime() + "/" + System.nanoTime();
    }

    Map<String, Object> beans() {
        return Map.copyOf(beans);
    }

    LiveRuns runs() {
        return imports.live();
    }

    CommandDesk desk() {
        return desk;
    }

    RecordsWiring records() {
        return records;
    }

    RoutesDesk routes() {
        return routes;
    }

    Suspension suspension() {
        return imports.suspension();
    }

    RequestsWiring requests() {
        return requests;
    }

    Provisioning provisioning() {
        return provisioning.provisioning();
    }

    Calls calls() {
        return calls;
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        readers.shutdownNow();
        heart.shutdownNow();
    }
}
