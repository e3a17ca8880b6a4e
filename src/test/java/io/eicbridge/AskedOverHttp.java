package io.eicbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.NewRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.stream.Stream;

/** Hands requests to a bridge in a process of its own, over its connector API. */
final class AskedOverHttp {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String bridge;

    AskedOverHttp(String port) {
        this.bridge = "http://127.0.0.1:" + port + "/";
    }

    /** Hands it in without waiting for the outcome; the status of the answer. */
    int ask(NewRequest asked) {
        String type =
                asked.entitlementType() == null ? "" : asked.entitlementType().toLowerCase(Locale.ROOT);
        return switch (asked.operation()) {
            case CREATE -> send(asked, "POST", "createAccount", envelope(asked));
            case UPDATE -> send(asked, "PATCH", "updateAccount/" + asked.account(), envelope(asked));
            case ENABLE -> send(asked, "PATCH", "updateAccount/" + asked.account(), object("status", "1"));
            case DISABLE -> send(asked, "PATCH", "updateAccount/" + asked.account(), object("status", "0"));
            case REMOVE -> send(asked, "DELETE", "removeAccount/" + asked.account(), object());
            case ADD_ACCESS -> send(asked, "PUT", "entitlement/" + type + "/addAccess", access(asked));
            case REMOVE_ACCESS -> send(asked, "PUT", "entitlement/" + type + "/removeAccess", access(asked));
            case CREATE_ENTITLEMENT ->
                send(asked, "POST", "createEntitlement/" + type, object("entitlement_value", asked.entitlement()));
            case UPDATE_ENTITLEMENT ->
                send(
                        asked,
                        "PATCH",
                        "updateEntitlement/" + type + "/" + asked.entitlement(),
                        object(
                                "entitlement_value",
                                asked.bindings()
                                        .at("/entitlementValue/updatedentitlement_value")
                                        .asText()));
            case DELETE_ENTITLEMENT ->
                send(asked, "DELETE", "deleteEntitlement/" + type + "/" + asked.entitlement(), object());
        };
    }

    private int send(NewRequest asked, String method, String path, ObjectNode body) {
        return answer(to(asked.endpoint(), path)
                        .method(method, BodyPublishers.ofString(body.toString()))
                        .header("Idempotency-Key", asked.key())
                        .header("Prefer", "respond-async"))
                .statusCode();
    }

    /** Whether something is still to be done that needs nobody. */
    boolean goesOn() {
        return Stream.of("waiting", "running").anyMatch(state -> has("contacts", state) || has("teammates", state));
    }

    private boolean has(String endpoint, String state) {
        return TestBed.json(answer(to(endpoint, "requests?state=" + state)))
                        .path("requests")
                        .size()
                > 0;
    }

    private HttpRequest.Builder to(String endpoint, String path) {
        return HttpRequest.newBuilder(URI.create(bridge + endpoint + "/api/v1/" + path))
                .header("Authorization", "Bearer " + TestBed.API_TOKEN)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode envelope(NewRequest asked) {
        ObjectNode body = object();
        for (String name : new String[] {"user", "accountName"}) {
            JsonNode value = asked.bindings().path(name);
            if (!value.isMissingNode()) {
                body.set(name, value);
            }
        }
        return body;
    }

    private static ObjectNode access(NewRequest asked) {
        return object("accountID", asked.account()).put("entitlementID", asked.entitlement());
    }

    private static ObjectNode object(String name, String value) {
        return object().put(name, value);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
