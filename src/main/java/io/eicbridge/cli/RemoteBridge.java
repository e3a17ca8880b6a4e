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
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("endpoint", order.endpoint()).put("mode", order.mode()).put("dryRun", order.dryRun());
        return api.post("/imports", body);
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
    public ObjectNode deadLetters(DeadLetterFilter filter) {
        return api.get("/dead-letters?endpoint=" + encoded(filter.endpoint()) + "&limit=" + filter.limit());
    }

    @Override
    public ObjectNode deadLetter(long id) {
        return api.get("/dead-letters/" + id);
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
