package io.eicbridge;

import io.eicbridge.flow.CallsByRoute;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.importing.ImportOrders;
import io.eicbridge.importing.ImportPlan;
import io.eicbridge.importing.ImportRuns;
import io.eicbridge.importing.LiveRun;
import io.eicbridge.importing.OpenSlice;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;

/** The repository's routes with the program's own beans and a sandbox to call, each route to be sent to on its own. */
final class RouteBed implements AutoCloseable {
    private static final String ENDPOINT = "teammates";
    /** A second before the end of a rate window, so that nobody waits long for the next one. */
    private static final Instant LATE_IN_A_WINDOW = Instant.parse("2026-11-20T18:00:09Z");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final IntercomSandbox sandbox;
    private final Store store;
    private final Wiring wiring;

    private RouteBed(IntercomSandbox sandbox, Settings settings) {
        this.sandbox = sandbox;
        this.store = Store.open(settings.directory());
        this.wiring = new Wiring(
                settings,
                store,
                new CallsByRoute(camel),
                new BridgeMetrics(meters, Clock.systemUTC()),
                new Wiring.Handing(run -> {}, run -> {}, () -> {}),
                Clock.systemUTC());
        Properties properties = new Machine(settings).properties(RouteSelection.COMMAND, "");
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getExecutorServiceManager().registerThreadPoolProfile(new ThreadPoolProfile("import-slices"));
        wiring.beans().forEach(camel.getRegistry()::bind);
        new RouteFolder(settings.home().resolve("routes")).load(camel, RouteSelection.COMMAND);
        camel.start();
    }

    static RouteBed start() throws IOException {
        Clock clock = Clock.fixed(LATE_IN_A_WINDOW, ZoneOffset.UTC);
        IntercomSandbox sandbox = IntercomSandbox.start(
                SandboxSettings.defaults().withContacts(100).withClock(clock));
        Map<String, String> values = TestBed.values(sandbox.url(), "jdbc:h2:mem:routes-" + System.nanoTime());
        values.put("intercom.api-version", "2.17"); // every route has something to call there
        return new RouteBed(sandbox, Settings.of(Path.of("").toAbsolutePath(), values));
    }

    IntercomSandbox sandbox() {
        return sandbox;
    }

    /** A run that has begun and asked nothing yet. */
    LiveRun begun() {
        return bean("importRuns", ImportRuns.class)
                .begin(bean("importOrders", ImportOrders.class).full(ENDPOINT));
    }

    /** The first slice of accounts of a run that knows its workspace. */
    OpenSlice accountSlice() {
        LiveRun run = inItsWorkspace();
        plan().accounts(run);
        return plan().unfinishedAccounts(run).get(0);
    }

    /** The first list of entitlements of a run that knows its workspace. */
    OpenSlice accessSlice() {
        LiveRun run = inItsWorkspace();
        plan().entitlements(run);
        return plan().unfinishedAccess(run).get(0);
    }

    private LiveRun inItsWorkspace() {
        LiveRun run = begun();
        send("import-workspace", Map.of("run", run));
        return run;
    }

    private ImportPlan plan() {
        return bean("importPlan", ImportPlan.class);
    }

    private <T> T bean(String name, Class<T> type) {
        return type.cast(wiring.beans().get(name));
    }

    /** Sends a message with these variables, and that of them which is named body as its body, through the route and answers how it ended. */
    Exchange send(String route, Map<String, Object> variables) {
        return camel.createProducerTemplate().request("direct:" + route, exchange -> {
            variables.forEach(exchange::setVariable);
            exchange.getMessage().setBody(variables.get("body"));
        });
    }

    /** Forgets all that was counted so far. */
    void countAnew() {
        meters.clear();
        sandbox.traffic().reset();
    }

    /** What the metrics tell about calls with this outcome. */
    long counted(String outcome) {
        return (long) meters.find("eicbridge.calls").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        camel.stop();
        wiring.close();
        store.close();
        sandbox.close();
    }
}
