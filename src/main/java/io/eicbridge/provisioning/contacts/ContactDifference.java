package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;

/** What of the wanted values a contact does not have yet; only that is sent. */
final class ContactDifference {
    private static final String CUSTOM = "custom_attributes";
    private static final String VERIFIED = "email_verified";
    private static final String EMAIL = "email";

    private ContactDifference() {}

    /** The wanted values that differ from those of the contact, empty where all agree. */
    static ObjectNode of(ObjectNode wanted, JsonNode contact) {
        ObjectNode different = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (field.getKey().equals(CUSTOM)) {
                custom(field.getValue(), contact.path(CUSTOM), different);
            } else if (!same(field.getKey(), field.getValue(), contact)) {
                different.set(field.getKey(), field.getValue());
            }
        }
        return withoutEcho(different, wanted);
    }

    /** Intercom never tells whether an address is verified, and takes that only together with the address. */
    private static ObjectNode withoutEcho(ObjectNode different, ObjectNode wanted) {
        if (different.has(EMAIL) && wanted.has(VERIFIED)) {
            different.set(VERIFIED, wanted.get(VERIFIED));
        } else {
            different.remove(VERIFIED);
        }
        return different;
    }

    private static void custom(JsonNode wanted, JsonNode present, ObjectNode different) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        wanted.properties().forEach(attribute -> {
            if (!equal(attribute.getValue(), present.path(attribute.getKey()))) {
                attributes.set(attribute.getKey(), attribute.getValue());
            }
        });
        if (!attributes.isEmpty()) {
            different.set(CUSTOM, attributes);
        }
    }

    private static boolean same(String field, JsonNode wanted, JsonNode contact) {
        return switch (field) {
            case EMAIL -> text(wanted).equalsIgnoreCase(text(contact.path(EMAIL)));
            case "avatar" -> equal(wanted, contact.path("avatar").path("image_url"));
            case "owner_id" -> owner(wanted).equals(owner(contact.path("owner_id")));
            default -> equal(wanted, contact.path(field));
        };
    }

    /** Nobody owns a contact whose owner is 0. */
    private static String owner(JsonNode id) {
        return text(id).equals("0") ? "" : text(id);
    }

    /** Intercom writes the same value as text or as number; no value and an empty one are the same. */
    private static boolean equal(JsonNode wanted, JsonNode present) {
        if (wanted.isContainerNode() || present.isContainerNode()) {
            return wanted.equals(present);
        }
        if (wanted.isNumber() && present.isNumber()) {
            return decimal(wanted).compareTo(decimal(present)) == 0;
        }
        return text(wanted).equals(text(present));
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }

    private static String text(JsonNode value) {
        return value.isNull() || value instanceof MissingNode ? "" : value.asText();
    }
}
