package io.eicbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Carries out what somebody decides about entries of a list, and tells which of them it was refused for. */
final class Deciders {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM =
            "send {\"ids\":[17],\"who\":\"…\",\"why\":\"…\"}, or \"filter\":{…} instead of \"ids\".";
    private final Map<String, Decider> byAction;

    /** What one action does to one entry; Rejected where it cannot be done. */
    interface Decider {
        void decide(long id, String who, String why);
    }

    Deciders(Map<String, Decider> byAction) {
        this.byAction = byAction;
    }

    /** {@code {"action", "done":[17], "refused":[{id, reason}]}}; a single one that is named and refused is Rejected itself. */
    ObjectNode decide(String action, String body, Function<JsonNode, List<Long>> meant) {
        Decider decider = byAction.get(action);
        if (decider == null) {
            throw new Rejected(
                    "There is no action \"" + action + "\"; allowed is one of " + byAction.keySet() + ".",
                    404,
                    "",
                    null);
        }
        JsonNode order = json(body);
        if (order.path("filter").isObject() == order.path("ids").isArray()) {
            throw refused("Say which are meant: " + FORM);
        }
        return order.path("ids").isArray()
                ? named(action, decider, order)
                : all(action, decider, order, meant.apply(order.path("filter")));
    }

    private static ObjectNode named(String action, Decider decider, JsonNode order) {
        List<Long> ids = StreamSupport.stream(order.path("ids").spliterator(), false)
                .map(Deciders::number)
                .toList();
        if (ids.size() != 1) {
            return all(action, decider, order, ids);
        }
        decider.decide(ids.get(0), who(order), why(order));
        ObjectNode answer = answer(action);
        answer.withArray("done").add(ids.get(0));
        return answer;
    }

    private static ObjectNode all(String action, Decider decider, JsonNode order, List<Long> ids) {
        ObjectNode answer = answer(action);
        for (Long id : ids) {
            try {
                decider.decide(id, who(order), why(order));
                answer.withArray("done").add(id);
            } catch (Rejected e) {
                ((ArrayNode) answer.path("refused")).addObject().put("id", id).put("reason", e.getMessage());
            }
        }
        return answer;
    }

    private static ObjectNode answer(String action) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("action", action);
        answer.putArray("done");
        answer.putArray("refused");
        return answer;
    }

    private static String who(JsonNode order) {
        String who = order.path("who").asText("").strip();
        return who.isEmpty() ? "api" : who;
    }

    private static String why(JsonNode order) {
        return order.path("why").asText("").strip();
    }

    private static Long number(JsonNode id) {
        if (!id.canConvertToLong() || !id.isIntegralNumber()) {
            throw refused("\"ids\" are numbers: " + FORM);
        }
        return id.longValue();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw refused("The body is no JSON: " + FORM);
        }
    }

    private static Rejected refused(String message) {
        return new Rejected(message, 400, "", null);
    }
}
