package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.journal.request.SecretNames;
import java.util.List;
import java.util.Optional;

/** Makes of a body what expressions read: an envelope's members by their names, a flat body as the user or the entitlement. */
final class Bound {
    private final Content content;
    private final Violations violations;

    Bound(Content content, Violations violations) {
        this.content = content;
        this.violations = violations;
    }

    /** The attributes of an account that is made or changed. */
    ObjectNode attributes() {
        if (content.envelope()) {
            violations.unless(
                    content.holds("user", "account", "userAccount", "requestAccessAttributes", "reqAttrs"),
                    "Nothing is told about the account: give 'user', 'account' or 'requestAccessAttributes'.");
            return Envelope.bindings(content.json(), violations);
        }
        ObjectNode user = content.json().deepCopy();
        violations.unless(!user.isEmpty(), "The body is empty: give the attributes of the account.");
        return JsonNodeFactory.instance.objectNode().set("user", withoutSecrets(user));
    }

    /** Nothing but what the call is about: a flat body may hold these names alone. */
    ObjectNode targets(String... allowed) {
        if (content.envelope()) {
            return Envelope.bindings(content.json(), violations);
        }
        List<String> names = List.of(allowed);
        content.json().fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                violations.add("The body has an unknown key: allowed are " + String.join(", ", names)
                        + ", or EIC's objects 'task', 'user', 'account' and 'entitlementValue'.");
            }
        });
        return JsonNodeFactory.instance.objectNode();
    }

    /** An entitlement that is made or changed: a flat body is the entitlement itself. */
    ObjectNode entitlement() {
        return content.envelope()
                ? Envelope.bindings(content.json(), violations)
                : JsonNodeFactory.instance.objectNode().set("entitlementValue", withoutSecrets(content.json()));
    }

    /** Whoever writes a flat body has chosen each value of it, so that nothing is left out in silence. */
    private ObjectNode withoutSecrets(ObjectNode flat) {
        ObjectNode kept = SecretNames.without(flat);
        flat.fieldNames()
                .forEachRemaining(name -> violations.unless(
                        flat.path(name).equals(kept.path(name)),
                        "'" + Envelope.shown(name)
                                + "' is not taken, or holds what is not: secrets are never journalled, as"
                                + " everything else is, and Intercom lets no other program set a password."));
        return kept;
    }

    /** Adds what the call is about where the body has not said it in this place. */
    static void add(ObjectNode bindings, String object, String key, Optional<String> value) {
        if (value.isEmpty()) {
            return;
        }
        JsonNode there = bindings.path(object);
        ObjectNode within = there.isObject() ? (ObjectNode) there : bindings.putObject(object);
        if (within.path(key).asText("").isBlank()) {
            within.put(key, value.get());
        }
    }
}
