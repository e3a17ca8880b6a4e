package io.eicbridge.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eicbridge.journal.request.SecretNames;
import io.eicbridge.journal.request.StoredJson;
import java.util.Locale;
import java.util.Set;

/** Makes a body fit to be kept: without secrets, and without personal values unless settings keep them. */
final class Masking {
    private static final TextNode MASKED = TextNode.valueOf("***");
    /** Fields that never tell who somebody is; every other text is taken to do so. */
    private static final Set<String> PLAIN = Set.of(
            "id",
            "type",
            "role",
            "code",
            "request_id",
            "status",
            "state",
            "category",
            "ticket_id",
            "ticket_type_id",
            "ticket_state_id",
            "job_id",
            "consent_type",
            "schemas",
            "admin_ids",
            "field",
            "url");

    /** Attributes that a workspace makes itself may be named as it likes. */
    private static final Set<String> CUSTOM = Set.of("custom_attributes", "ticket_attributes");

    private final boolean keepsPersonal;

    Masking(boolean keepsPersonal) {
        this.keepsPersonal = keepsPersonal;
    }

    /** The body as it may be kept; null for none. */
    String shown(JsonNode body) {
        return body == null || body.isMissingNode() || body.isNull() ? null : StoredJson.text(masked("", body));
    }

    private JsonNode masked(String field, JsonNode value) {
        if (SecretNames.secret(field)) {
            return MASKED;
        }
        if (value instanceof ObjectNode object) {
            return members(field, object);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> copy.add(masked(field, item)));
            return copy;
        }
        return !keepsPersonal && personal(field, value) ? MASKED : value;
    }

    private ObjectNode members(String field, ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        String prefix = CUSTOM.contains(field) || ofCustom(field) ? field + "." : "";
        object.fields()
                .forEachRemaining(
                        entry -> copy.set(entry.getKey(), masked(prefix + lower(entry.getKey()), entry.getValue())));
        return copy;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean personal(String field, JsonNode value) {
        return ofCustom(field) && !value.isNull()
                || value.isTextual() && !PLAIN.contains(field)
                || value.isNumber() && !plainNumber(field);
    }

    private static boolean ofCustom(String field) {
        return CUSTOM.stream().anyMatch(parent -> field.startsWith(parent + "."));
    }

    private static boolean plainNumber(String field) {
        return PLAIN.contains(field) || field.endsWith("_at") || field.endsWith("_count") || field.equals("total");
    }
}
