package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a queue item tells the person who works on it. */
final class TicketText {
    /** The attribute by which a ticket is found again. */
    static final String REQUEST = "EIC request";

    /** The attributes of the bridge's own ticket type. */
    static final List<String> ATTRIBUTES =
            List.of("EIC task", REQUEST, "Operation", "Account", "Entitlement", "Requester");

    private static final Pattern SECRET = Pattern.compile("(?i)passw|secret|token");

    private static final Map<Operation, String> ACTIONS = Map.of(
            Operation.CREATE, "Create the account",
            Operation.UPDATE, "Change the account",
            Operation.ENABLE, "Enable the account",
            Operation.DISABLE, "Disable the account",
            Operation.REMOVE, "Remove the account",
            Operation.ADD_ACCESS, "Grant",
            Operation.REMOVE_ACCESS, "Take away",
            Operation.CREATE_ENTITLEMENT, "Create",
            Operation.UPDATE_ENTITLEMENT, "Change",
            Operation.DELETE_ENTITLEMENT, "Delete");

    private final ProvisioningRequest request;
    private final String reason;

    /** The text about a request; {@code reason} says why a person is asked, empty where that is plain. */
    TicketText(ProvisioningRequest request, String reason) {
        this.request = request;
        this.reason = reason;
    }

    /** What names the request in this and no other workspace, directory or time. */
    String key() {
        return request.id() + "-" + request.createdAt().getEpochSecond();
    }

    /** As expressions read it, under the name {@code queueItem}. */
    ObjectNode bound(QueuePlace place) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ticketType", place.type())
                .put("requester", place.requester())
                .put("title", title())
                .put("description", description())
                .put("task", task())
                .put("request", key())
                .put("operation", request.operation().word())
                .put("account", account())
                .put("entitlement", entitlement())
                .put("requestedBy", requestedBy());
    }

    private String title() {
        String of = request.operation().ofAccess() || request.operation().ofEntitlement() ? " " + entitlement() : "";
        String whose = account().isEmpty() ? "" : ": " + account();
        return ACTIONS.get(request.operation()) + of + whose + " (Intercom " + request.endpoint() + ")";
    }

    private String description() {
        StringBuilder text = new StringBuilder(
                        "EIC decided this. Please do it in Intercom, then resolve the ticket; the bridge")
                .append(
                        " looks whether it is done and opens the ticket again if it is not. Delete the ticket to refuse it.\n");
        if (!reason.isEmpty()) {
            text.append("\nWhy you are asked: ").append(reason).append('\n');
        }
        line(text, "Operation", request.operation().word());
        line(text, "Account", account());
        line(text, "Account id", request.account() == null ? "" : request.account());
        line(text, "Entitlement", entitlement());
        line(text, "Requested by", requestedBy());
        line(text, "EIC task", task());
        line(text, REQUEST, key());
        values().forEach(value -> line(text, value.getKey(), value.getValue().asText()));
        return text.toString();
    }

    /** What the account shall be like, where that is what is asked. */
    private Stream<Map.Entry<String, JsonNode>> values() {
        boolean tells = request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE;
        return tells
                ? request.bindings().path("account").properties().stream()
                        .filter(value -> !SECRET.matcher(value.getKey()).find())
                        .filter(value -> value.getValue().isValueNode()
                                && !value.getValue().asText().isEmpty())
                : Stream.empty();
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append('\n').append(name).append(": ").append(value);
        }
    }

    /** The account as a person knows it. */
    private String account() {
        return AskedNames.of(request.asked()).account();
    }

    private String entitlement() {
        NewRequest asked = request.asked();
        return asked.entitlement() == null ? "" : asked.entitlementType() + " " + asked.entitlement();
    }

    private String task() {
        JsonNode task = request.bindings().path("task");
        return first(task.path("taskid"), task.path("taskkey"), task.path("id"))
                .orElse(request.asked().key());
    }

    private String requestedBy() {
        JsonNode task = request.bindings().path("task");
        return first(task.path("requestor"), task.path("requester"), task.path("requestedBy"), task.path("source"))
                .orElse(request.asked().caller());
    }

    private static Optional<String> first(JsonNode... values) {
        return Stream.of(values)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && !text.equals("null"))
                .findFirst();
    }
}
