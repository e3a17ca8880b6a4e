package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.flow.CallsByRoute;
import io.eicbridge.flow.RouteFolder;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.flow.watch.BridgeMetrics;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.sandbox.IntercomSandbox;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;

/** The repository's routes with the program's own beans and a sandbox to call: each request goes straight into its operation's route. */
final class ContactBed implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of("").toAbsolutePath();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HttpClient http = HttpClient.newHttpClient();
    private final IntercomSandbox sandbox;
    private final Store store;
    private final Wiring wiring;
    private final ProducerTemplate template;
    private final AtomicInteger keys = new AtomicInteger();

    private ContactBed(IntercomSandbox sandbox, Settings settings, Clock clock) {
        this.sandbox = sandbox;
        this.store = Store.open(settings.directory());
        this.template = camel.createProducerTemplate();
        Wiring.Handing handing = new Wiring.Handing(
                run -> template.sendBody(BridgeProcess.CARRY_OUT, run),
                run -> template.sendBody(BridgeProcess.APPROVE, run),
                () -> {});
        this.wiring = new Wiring(
                settings,
                store,
                new CallsByRoute(camel),
                new BridgeMetrics(new SimpleMeterRegistry(), clock),
                handing,
                clock);
        Properties properties = new Machine(settings).properties(RouteSelection.COMMAND, "");
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getExecutorServiceManager().registerThreadPoolProfile(new ThreadPoolProfile("import-slices"));
        wiring.beans().forEach(camel.getRegistry()::bind);
        new RouteFolder(settings.home().resolve("routes")).load(camel, RouteSelection.COMMAND);
        camel.start();
    }

    static ContactBed start(SandboxSettings sandbox, Map<String, String> more) {
        return start(sandbox, more, Clock.systemUTC());
    }

    static ContactBed start(SandboxSettings settings, Map<String, String> more, Clock clock) {
        try {
            IntercomSandbox sandbox = IntercomSandbox.start(settings);
            String url = "jdbc:h2:mem:contacts-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
            Map<String, String> values = TestBed.values(sandbox.url(), url);
            values.putAll(more);
            return new ContactBed(sandbox, Settings.of(HOME, values), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IntercomSandbox sandbox() {
        return sandbox;
    }

    Store store() {
        return store;
    }

    /** Imports everything of the contacts and answers the report. */
    JsonNode imported(String mode) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        return reported(order.put("endpoint", "contacts").put("mode", mode));
    }

    /** Reads one contact and answers the report. */
    JsonNode read(String id) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        return reported(order.put("endpoint", "contacts").put("one", id));
    }

    private JsonNode reported(ObjectNode order) {
        String run = wiring.desk().startImport(order.toString()).path("run").asText();
        return wiring.desk().progress(run).path("report");
    }

    Served served() {
        return Served.of(store, "contacts").orElseThrow();
    }

    /** Journals a request. */
    ProvisioningRequest request(Operation operation, String account, String type, String entitlement, String bindings) {
        NewRequest asked = new NewRequest(
                "contacts",
                "test",
                "key-" + keys.incrementAndGet(),
                operation,
                account,
                type,
                entitlement,
                RetryOwner.CALLER,
                json(bindings));
        return store.inTransaction(handle -> new Requests(Clock.systemUTC()).insert(handle, asked))
                .orElseThrow();
    }

    /** Sends a request through its operation's route; the failure where it fails. */
    Effect carry(ProvisioningRequest request) {
        String route = "direct:provisioning-contacts-" + request.operation().word();
        Exchange ended = template.request(route, exchange -> exchange.setVariable("request", request));
        if (ended.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        return ended.getMessage().getBody(Effect.class);
    }

    Effect create(String user) {
        return carry(request(Operation.CREATE, null, null, null, "{\"user\":" + user + "}"));
    }

    Effect update(String account, String user) {
        return carry(request(Operation.UPDATE, account, null, null, "{\"user\":" + user + "}"));
    }

    Effect carry(Operation operation, String account) {
        return carry(request(operation, account, null, null, "{}"));
    }

    Effect access(Operation operation, String account, String type, String entitlement) {
        return carry(request(operation, account, type, entitlement, "{}"));
    }

    /** What Intercom tells at a path. */
    JsonNode intercom(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Bearer another")
                .header("Intercom-Version", "2.16")
                .build();
        try {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode json(String text) {
        try {
            return JSON.readValue(text, ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
        wiring.close();
        store.close();
        sandbox.close();
    }
}
