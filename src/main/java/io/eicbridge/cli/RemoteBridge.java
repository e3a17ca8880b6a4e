package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A bridge that runs in another process on this machine, spoken to over its API. */
public final class RemoteBridge implements Bridge {
    private final BridgeApi api;

    private RemoteBridge(BridgeApi api) {
        this.api = api;
    }

    /**
     * The bridge that listens on this port, empty where nothing listens. A bridge that refuses the token, and another
     * program on the port, are Configuration failures that say so.
     */
    public static Optional<Bridge> find(int port, String token) {
        return find(URI.create("http://127.0.0.1:" + port), token, Optional.empty());
    }

    /** The bridge at this address; over https it has to prove itself as {@code trust} demands. */
    public static Optional<Bridge> find(URI url, String token, Optional<SSLContext> trust) {
        BridgeApi api = new BridgeApi(url, token, trust);
        return api.answers() ? Optional.of(new RemoteBridge(api)) : Optional.empty();
    }

    @Override
    public ObjectNode startImport(ImportOrder order) {
        return api.post("/imports", order.json());
    }

    @Override
    public ObjectNode progress(long run) {
        return api.get("/imports/" + run);
    }

    @Override
    public ObjectNode runs() {
        return api.get("/imports");
    }

    @Override
    public ObjectNode approve(long run) {
        return api.post("/imports/" + run + "/approve", JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ObjectNode entries(Ledger ledger, RequestFilter filter) {
        return api.get("/" + ledger.path() + (filter.values().isEmpty() ? "" : "?" + filter.query()));
    }

    @Override
    public ObjectNode entry(Ledger ledger, long id, boolean audit) {
        return api.get("/" + ledger.path() + "/" + id + (audit ? "?audit=true" : ""));
    }

    @Override
    public ObjectNode decide(Ledger ledger, Decision decision) {
        return api.post("/" + ledger.path() + "/" + decision.action(), decision.json());
    }

    @Override
    public ObjectNode standing() {
        return api.get("/standing");
    }

    @Override
    public ObjectNode provision(ObjectNode order) {
        return api.post("/requests", order);
    }

    @Override
    public ObjectNode mapping(String endpoint) {
        return api.get("/mapping/" + encoded(endpoint));
    }

    @Override
    public ObjectNode preview(String endpoint, String id) {
        return api.get("/mapping/" + encoded(endpoint) + "/" + encoded(id));
    }

    @Override
    public ObjectNode consumers() {
        return api.get("/consumers");
    }

    @Override
    public ObjectNode resetConsumer(String name, String endpoint) {
        return api.post(
                "/consumers/" + encoded(name) + "/reset?endpoint=" + encoded(endpoint),
                JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ObjectNode history(String endpoint, String id) {
        return api.get("/accounts/" + encoded(endpoint) + "/" + encoded(id) + "/history");
    }

    @Override
    public ObjectNode forget(String endpoint, String id) {
        return api.post(
                "/accounts/" + encoded(endpoint) + "/" + encoded(id) + "/forget",
                JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ObjectNode reconcile(String endpoint, int limit) {
        return api.post(
                "/reconciliations/" + encoded(endpoint) + "?limit=" + limit, JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ObjectNode reconciliation(long id) {
        return api.get("/reconciliations/" + id);
    }

    @Override
    public ObjectNode reloadRoutes() {
        return api.post("/routes/reloads", JsonNodeFactory.instance.objectNode());
    }

    @Override
    public ObjectNode routesReload(long number) {
        return api.get("/routes/reloads/" + number);
    }

    @Override
    public boolean outlivesThisProcess() {
        return true;
    }

    @Override
    public void close() {
        // nothing is held between two calls, and the bridge itself goes on
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
