package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;

/** Queries of tickets, whose times are compared to the second, unlike those of contacts. */
final class TicketSearch {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TicketSearch() {}

    static ObjectNode changed(Collection<String> types, Instant after) {
        ArrayNode anyType = JSON.arrayNode();
        types.forEach(type -> anyType.add(condition("ticket_type_id", "=", JSON.textNode(type))));
        return all(group("OR", anyType), time("updated_at", after));
    }

    static ObjectNode created(String type, Instant after) {
        return all(condition("ticket_type_id", "=", JSON.textNode(type)), time("created_at", after));
    }

    static ObjectNode oldestFirst(String field) {
        return JSON.objectNode().put("field", field).put("order", "ascending");
    }

    private static ObjectNode all(ObjectNode one, ObjectNode other) {
        return group("AND", JSON.arrayNode().add(one).add(other));
    }

    private static ObjectNode group(String operator, ArrayNode conditions) {
        ObjectNode group = JSON.objectNode().put("operator", operator);
        group.set("value", conditions);
        return group;
    }

    private static ObjectNode time(String field, Instant after) {
        return condition(field, ">", JSON.numberNode(after.getEpochSecond()));
    }

    private static ObjectNode condition(String field, String operator, JsonNode value) {
        ObjectNode condition = JSON.objectNode().put("field", field).put("operator", operator);
        condition.set("value", value);
        return condition;
    }
}
