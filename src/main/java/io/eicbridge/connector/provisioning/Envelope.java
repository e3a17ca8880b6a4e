package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.Spelling;
import io.eicbridge.journal.request.SecretNames;
import java.util.List;

/** The body that carries EIC's own objects by the names under which expressions read them. */
final class Envelope {
    /** Each is an object; one of them in a body makes it an envelope. */
    private static final List<String> OBJECTS = List.of(
            "task", "arsTasks", "user", "account", "userAccount", "entitlementValue", "requestAccessAttributes");

    /** What may stand beside them, as EIC has it. */
    private static final List<String> OTHERS = List.of(
            "reqAttrs",
            "userManager",
            "managerAccount",
            "accountName",
            "endpoint",
            "requestid",
            "approvers",
            "businessJustification",
            "dependentEntitlements",
            "ServiceAccountOwnerMap");

    /** What an envelope shares with the contract's flat bodies; it is read and does not bind. */
    static final List<String> PLAIN =
            List.of("accountID", "entitlementID", "entitlement_value", "updatedentitlement_value", "status");

    private Envelope() {}

    static boolean is(JsonNode body) {
        return OBJECTS.stream().anyMatch(name -> body.path(name).isObject());
    }

    /** The members that bind, without the secrets that EIC sends along with its objects; a violation for each that does not belong here. */
    static ObjectNode bindings(ObjectNode body, Violations violations) {
        ObjectNode bindings = SecretNames.without(body);
        bindings.remove(PLAIN);
        body.fieldNames().forEachRemaining(name -> check(name, body.path(name), violations));
        return bindings;
    }

    private static void check(String name, JsonNode value, Violations violations) {
        if (OBJECTS.contains(name)) {
            violations.unless(
                    value.isObject() || value.isNull(), "'" + name + "' is no object: give it as EIC has it.");
        } else if (!OTHERS.contains(name) && !PLAIN.contains(name)) {
            violations.add(
                    "'" + shown(name) + "' is unknown beside '" + String.join("', '", OBJECTS) + "'" + meant(name));
        }
    }

    private static String meant(String name) {
        return Spelling.nearest(name, OBJECTS)
                .or(() -> Spelling.nearest(name, OTHERS))
                .map(near -> ": did you mean '" + near + "'?")
                .orElse(": allowed are these and " + String.join(", ", OTHERS) + ", " + String.join(", ", PLAIN) + ".");
    }

    static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
