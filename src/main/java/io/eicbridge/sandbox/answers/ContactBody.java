package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the values that a contact is created or changed with, named as in answers. */
final class ContactBody {
    private static final Set<String> KNOWN = Set.of(
            "role",
            "external_id",
            "email",
            "email_verified",
            "phone",
            "name",
            "avatar",
            "signed_up_at",
            "last_seen_at",
            "owner_id",
            "unsubscribed_from_emails",
            "language_override",
            "custom_attributes");
    private static final Set<String> ROLES = Set.of("user", "lead");
    private final Workspace workspace;

    ContactBody(Workspace workspace) {
        this.workspace = workspace;
    }

    Map<String, Object> read(Asked asked) {
        JsonNode body = Given.object(asked.body(), KNOWN);
        verified(body, asked.version());
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            read(field.getKey(), field.getValue(), values);
        }
        return values;
    }

    private static void verified(JsonNode body, Version version) {
        if (body.has("email_verified") && !(version.since(16) && body.hasNonNull("email"))) {
            throw Refusal.bad("parameter_invalid", "email_verified can only be set together with email");
        }
    }

    private void read(String name, JsonNode value, Map<String, Object> values) {
        switch (name) {
            case "email_verified" -> Given.flag(name, value);
            case "role" -> values.put(name, role(value));
            case "email" -> values.put(name, email(value));
            case "owner_id" -> values.put(name, owner(value));
            case "signed_up_at", "last_seen_at" -> values.put(name, Given.second(name, value));
            case "unsubscribed_from_emails" -> values.put(name, Given.flag(name, value));
            case "custom_attributes" -> custom(value, values);
            default -> values.put(name, Given.text(name, value));
        }
    }

    private static String role(JsonNode value) {
        if (!ROLES.contains(value.asText())) {
            throw Refusal.bad("parameter_invalid", "role must be either 'user' or 'lead'");
        }
        return value.asText();
    }

    private static String email(JsonNode value) {
        String email = Given.text("email", value);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            throw Refusal.bad("parameter_invalid", "email is invalid");
        }
        return email;
    }

    /** Nobody owns a contact whose owner is null or 0. */
    private String owner(JsonNode value) {
        String owner = Given.text("owner_id", value);
        if (owner == null || owner.equals("0")) {
            return null;
        }
        if (workspace.teammates().find(owner).isEmpty()) {
            throw Refusal.bad("parameter_invalid", "The owner specified is not a member of the workspace");
        }
        return owner;
    }

    private void custom(JsonNode given, Map<String, Object> values) {
        for (Map.Entry<String, JsonNode> field : Given.object(given).properties()) {
            Attribute attribute = workspace
                    .attributes()
                    .searchable(Attribute.CUSTOM + field.getKey())
                    .orElseThrow(() -> unknown(field.getKey()));
            values.put(attribute.name(), Given.custom(attribute, field.getValue()));
        }
    }

    static Refusal unknown(String attribute) {
        return Refusal.bad("parameter_invalid", "Custom attribute '" + attribute + "' does not exist");
    }
}
