package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Single conditions of a contact search. */
public final class ContactFilter {
    private ContactFilter() {}

    /** Contacts of a role, {@code user} or {@code lead}. */
    public static ObjectNode role(String role) {
        return filter("role", "=").put("value", role);
    }

    /** Contacts with a tag. */
    public static ObjectNode tag(String id) {
        return filter("tag_id", "=").put("value", id);
    }

    /** Contacts in a segment. */
    public static ObjectNode segment(String id) {
        return filter("segment_id", "=").put("value", id);
    }

    /** Contacts whose custom attribute has this value: a string, a number or a boolean. */
    public static ObjectNode attribute(String name, JsonNode value) {
        return filter("custom_attributes." + name, "=").set("value", value);
    }

    /** Contacts whose date compares so with a second since 1970; of the operators only {@code <}, {@code >} and {@code =} are always allowed. */
    static ObjectNode date(String field, String operator, long second) {
        return filter(field, operator).put("value", second);
    }

    private static ObjectNode filter(String field, String operator) {
        return JsonNodeFactory.instance.objectNode().put("field", field).put("operator", operator);
    }
}
