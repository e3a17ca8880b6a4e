package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.flow.CallsByRoute;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.Pause;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.provisioning.RequestActs;
import io.eicbridge.provisioning.RequestDesk;
import io.eicbridge.provisioning.queue.QueuePoll;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;

/** The repository's routes that carry requests out, a sandbox to call, and one clock for both that a test moves. */
final class ProvisioningBed implements AutoCloseable {
    static final String SCIM_TOKEN = "a-scim-token";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HttpClient http = HttpClient.newHttpClient();
    private final MovedClock clock;
    private final IntercomSandbox sandbox;
    private final Store store;
    private final Wiring wiring;

    /** A clock that stands still until it is moved. */
    static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T18:00:09Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private ProvisioningBed(IntercomSandbox sandbox, MovedClock clock, Settings settings) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.store = Store.open(settings.directory());
        this.wiring = new Wiring(
                settings,
                store,
                new CallsByRoute(camel),
                new BridgeMetrics(new SimpleMeterRegistry(), clock),
                new Wiring.Handing(run -> {}, run -> {}, () -> send("seda:provisioning-work")),
                clock);
        Properties properties = new Machine(settings).properties(RouteSelection.COMMAND, "");
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getExecutorServiceManager().registerThreadPoolProfile(new ThreadPoolProfile("import-slices"));
        wiring.beans().forEach(camel.getRegistry()::bind);
        new RouteFolder(settings.home().resolve("routes")).load(camel, RouteSelection.COMMAND);
        camel.start();
    }

    /** With these settings over the shipped ones, which may depend on the sandbox's address. */
    static ProvisioningBed start(Function<URI, Map<String, String>> changed) {
        MovedClock clock = new MovedClock();
        try {
            IntercomSandbox sandbox = IntercomSandbox.start(SandboxSettings.defaults()
                    .withContacts(20)
                    .withTeammates(12)
                    .withIndexLag(Duration.ofMinutes(2))
                    .withToken("a-token")
                    .withScimToken(SCIM_TOKEN)
                    .withClock(clock));
            Map<String, String> values = TestBed.values(sandbox.url(), "jdbc:h2:mem:provisioning-" + UUID.randomUUID());
            values.put("intercom.redeliveries", "2");
            values.putAll(changed.apply(sandbox.url()));
            return new ProvisioningBed(sandbox, clock, Settings.of(Path.of("").toAbsolutePath(), values));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IntercomSandbox sandbox() {
        return sandbox;
    }

    Clock clock() {
        return clock;
    }

    Store store() {
        return store;
    }

    /** Lets time pass for the bridge and for Intercom. */
    void pass(Duration time) {
        clock.advance(time);
    }

    /** A request about a teammate or contact of which nothing is known but what is told here. */
    static NewRequest asked(Operation operation, String account, String type, String entitlement) {
        ObjectNode bindings = JsonNodeFactory.instance.objectNode();
        String key = UUID.randomUUID().toString();
        bindings.putObject("task").put("taskid", key).put("requestor", "Manager");
        if (account != null) {
            bindings.putObject("account").put("accountID", account);
        }
        return new NewRequest(
                "teammates", "eic", key, operation, account, type, entitlement, RetryOwner.CALLER, bindings);
    }

    /** A request to create a teammate of that address. */
    static NewRequest creation(String email) {
        NewRequest asked = asked(Operation.CREATE, null, null, null);
        asked.bindings().put("accountName", email).putObject("user").put("email", email);
        return asked;
    }

    /** Hands a request in and waits for what becomes of it at once. */
    ProvisioningRequest carriedOut(NewRequest asked) {
        RequestDesk desk = wiring.provisioning().desk();
        return desk.await(desk.accept(asked).request().id(), LONGEST);
    }

    /** Carries a request out that the bridge would repeat later by itself. */
    ProvisioningRequest repeated(ProvisioningRequest request) {
        assertThat(request.dueAt()).as("the bridge repeats it").isNotNull();
        wiring.provisioning().acts().run(request.id(), new RequestActs.By("test", ""));
        return wiring.provisioning().desk().await(request.id(), LONGEST);
    }

    /** Carries a failed request out again, as a person decided. */
    ProvisioningRequest replayed(ProvisioningRequest request) {
        wiring.provisioning().acts().replay(request.id(), new RequestActs.By("test", ""));
        return wiring.provisioning().desk().await(request.id(), LONGEST);
    }

    void discard(ProvisioningRequest request) {
        wiring.provisioning().acts().discard(request.id(), new RequestActs.By("test", "asked by mistake"));
    }

    List<Pause> paused() {
        return wiring.provisioning().shelf().paused();
    }

    ProvisioningRequest now(ProvisioningRequest request) {
        return wiring.provisioning().desk().show(request.id());
    }

    /** The tickets in Intercom that ask for what a request asks. */
    List<Ticket> tickets(ProvisioningRequest request) {
        return sandbox.agent().tickets().stream()
                .filter(ticket -> ticket.values().values().stream()
                        .anyMatch(value -> String.valueOf(value).startsWith(request.id() + "-")))
                .toList();
    }

    /** The id of the one ticket that there is for a request. */
    String ticket(ProvisioningRequest request) {
        assertThat(tickets(request)).hasSize(1);
        return String.valueOf(tickets(request).get(0).id());
    }

    /** Reads the queue items, as the schedule does. */
    void poll() {
        send("direct:queue-items-poll");
    }

    /** Whether Intercom told something about a ticket since the last reading. */
    boolean hinted() {
        return ((QueuePoll) wiring.beans().get("queuePoll")).hinted();
    }

    /** What Intercom shows under a path; asked by another program with the same token. */
    JsonNode intercom(String path) {
        return answered(HttpRequest.newBuilder(URI.create(sandbox.url() + path)));
    }

    /** What another program makes in Intercom. */
    JsonNode made(String path, String body) {
        return sent("POST", path, body);
    }

    /** What another program does in Intercom. */
    JsonNode sent(String method, String path, String body) {
        return answered(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode answered(HttpRequest.Builder asked) {
        HttpRequest request = asked.header("Authorization", "Bearer a-token").build();
        try {
            return TestBed.json(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(String route) {
        camel.createProducerTemplate().sendBody(route, "");
    }

    @Override
    public void close() {
        camel.stop();
        wiring.close();
        store.close();
        sandbox.close();
    }
}
