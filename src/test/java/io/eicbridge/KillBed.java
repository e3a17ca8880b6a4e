package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.flow.CallsByRoute;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.queue.QueueFacts;
import io.eicbridge.journal.request.Claims;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.provisioning.Provisioning;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.workspace.Features;
import io.eicbridge.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.ThreadPoolProfile;

/**
 * Two bridges on one database and one sandbox. The first stops for good after a step that the test chooses, and leaves what it had
 * committed, as a killed process does; the second takes that over, as the next start of the program does.
 */
final class KillBed implements AutoCloseable {
    /** Longer than Intercom's search lags, by any setting. */
    private static final Duration LATER = Duration.ofMinutes(11);

    private static final int MOST_CALLS = 5;
    private final ProvisioningBed.MovedClock clock = new ProvisioningBed.MovedClock();
    private final DeadlyStep step = new DeadlyStep();
    private final HttpClient http = HttpClient.newHttpClient();
    private final IntercomSandbox sandbox;
    private final Store store;
    private final Bridge victim;
    private final Bridge survivor;

    private KillBed(Function<IntercomSandbox, Map<String, String>> more) throws IOException {
        this.sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                .withContacts(5)
                .withTeammates(12)
                .withCallsPerWindow(1_000_000)
                .withIndexLag(Duration.ofMinutes(2))
                .withScimToken(ProvisioningBed.SCIM_TOKEN)
                .withClock(clock));
        sandbox.features().set(Features.TEAM_WRITES, true);
        Map<String, String> values = TestBed.values(sandbox.url(), "jdbc:h2:mem:kills-" + UUID.randomUUID());
        values.putAll(more.apply(sandbox));
        Settings settings = Settings.of(Path.of("").toAbsolutePath(), values);
        this.store = Store.open(settings.directory());
        this.victim = new Bridge(settings, List.of(step));
        this.survivor = new Bridge(settings, List.of());
    }

    /** With all that requests of every kind need. */
    static KillBed start() {
        KillBed bed = start(sandbox -> Map.of(
                "intercom.scim-url", sandbox.scimUrl().toString(),
                "intercom.scim-token", ProvisioningBed.SCIM_TOKEN,
                "intercom.preview", "true",
                "teammates.role-groups", "Support Agent=Support Agent",
                "contacts.remove", "delete",
                "provisioning.limit.per-hour", "100000"));
        // what a workspace gets at its first queue item is there
        bed.carried(Deed.QUEUED.in(bed.sandbox()));
        return bed;
    }

    private static KillBed start(Function<IntercomSandbox, Map<String, String>> more) {
        try {
            return new KillBed(more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the two; nothing in it runs by itself. */
    private final class Bridge {
        private final DefaultCamelContext camel = new DefaultCamelContext();
        private final Wiring wiring;

        Bridge(Settings settings, List<InterceptStrategy> watched) {
            this.wiring = new Wiring(
                    settings,
                    store,
                    new CallsByRoute(camel),
                    new BridgeMetrics(new SimpleMeterRegistry(), clock),
                    new Wiring.Handing(run -> {}, run -> {}, () -> {}),
                    clock);
            Properties properties = new Machine(settings).properties(RouteSelection.COMMAND, "");
            camel.getPropertiesComponent().setInitialProperties(properties);
            camel.getExecutorServiceManager().registerThreadPoolProfile(new ThreadPoolProfile("import-slices"));
            watched.forEach(camel.getCamelContextExtension()::addInterceptStrategy);
            wiring.beans().forEach(camel.getRegistry()::bind);
            new RouteFolder(settings.home().resolve("routes")).load(camel, RouteSelection.COMMAND);
            camel.start();
        }

        Provisioning provisioning() {
            return wiring.provisioning();
        }

        /** Carries out all that is due. */
        void work() {
            for (ProvisioningRequest next = provisioning().work().next();
                    next != null;
                    next = provisioning().work().next()) {
                camel.createProducerTemplate().sendBody("direct:provisioning", next);
            }
        }

        void close() {
            camel.stop();
            wiring.close();
        }
    }

    IntercomSandbox sandbox() {
        return sandbox;
    }

    Store store() {
        return store;
    }

    /** The request once both bridges let it be, undisturbed, and the steps that were taken for it. */
    List<String> steps(NewRequest asked) {
        step.never();
        victim.provisioning().desk().accept(asked);
        victim.work();
        return step.taken();
    }

    /** What becomes of a request whose bridge dies after so many steps, and whose caller goes on calling. */
    ProvisioningRequest killedAfter(int steps, NewRequest asked) throws InterruptedException {
        step.at(steps);
        long id = victim.provisioning().desk().accept(asked).request().id();
        CompletableFuture<Void> dying = CompletableFuture.runAsync(victim::work);
        step.awaitDeath();
        store.inTransaction(handle -> {
            new Leases().takeOver(handle);
            return new Claims(Duration.ofSeconds(15)).takeOverAll(handle, clock.instant());
        });
        survivor.work();
        calledAgain(asked);
        step.bury();
        dying.exceptionally(killed -> null).join();
        return survivor.provisioning().desk().show(id);
    }

    /** What becomes of a request that no bridge dies of, and whose caller goes on calling. */
    ProvisioningRequest carried(NewRequest asked) {
        survivor.provisioning().desk().accept(asked);
        survivor.work();
        calledAgain(asked);
        return outcome(asked);
    }

    private void calledAgain(NewRequest asked) {
        for (int call = 0; call < MOST_CALLS && outcome(asked).waitsForCaller(); call++) {
            clock.advance(LATER);
            survivor.provisioning().desk().accept(asked);
            survivor.work();
        }
    }

    /** What calls changed since the count began, but for what was so already. */
    Map<String, Integer> effects() {
        Map<String, Integer> effects = new TreeMap<>(sandbox.effects().byKind());
        effects.keySet().removeIf(kind -> kind.endsWith("_again"));
        return effects;
    }

    /** Counts effects and calls anew; faults are over. */
    void countAnew() {
        sandbox.faults().clear();
        sandbox.effects().reset();
        sandbox.traffic().reset();
    }

    /** As if no queue item had ever been opened in this workspace: the ticket type and the requester are gone. */
    void forgetQueueItems() {
        String type = fact(QueueFacts.TYPE);
        sandbox.controls().delete(fact(QueueFacts.REQUESTER));
        store.inTransaction(handle -> handle.execute("delete from queue_facts"));
        HttpRequest archived = HttpRequest.newBuilder(URI.create(sandbox.url() + "/ticket_types/" + type))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"archived\": true}"))
                .header("Authorization", "Bearer another")
                .header("Content-Type", "application/json")
                .build();
        assertThat(http.sendAsync(archived, HttpResponse.BodyHandlers.discarding())
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    private String fact(String name) {
        return store.read(handle -> new QueueFacts(clock).find(handle, name)).orElseThrow();
    }

    /** What the caller is told. */
    ProvisioningRequest outcome(NewRequest asked) {
        return store.read(handle -> new Requests(clock).byKey(handle, asked)).orElseThrow();
    }

    @Override
    public void close() {
        victim.close();
        survivor.close();
        store.close();
        sandbox.close();
    }
}
