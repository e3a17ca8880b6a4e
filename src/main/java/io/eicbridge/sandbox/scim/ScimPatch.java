package io.eicbridge.sandbox.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Applies the operations of a PATCH to a user as it is shown. */
final class ScimPatch {
    private static final Set<String> PLAIN =
            Set.of("userName", "displayName", "title", "active", "externalId", "emails", "name");
    private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove");

    private ScimPatch() {}

    /** One operation; the path may be empty. */
    record Operation(String op, String path, JsonNode value) {}

    static List<Operation> read(JsonNode body) {
        JsonNode all = body.path("Operations");
        if (!all.isArray() || all.isEmpty()) {
            throw ScimForms.refused("invalidSyntax", "Operations must hold at least one operation");
        }
        List<Operation> operations = new ArrayList<>();
        for (JsonNode one : all) {
            String op = one.path("op").asText().toLowerCase(Locale.ROOT);
            if (!OPERATIONS.contains(op)) {
                throw ScimForms.refused("invalidSyntax", "op must be add, replace or remove");
            }
            operations.add(new Operation(op, one.path("path").asText(""), one.path("value")));
        }
        return operations;
    }

    /** Changes the user in place. */
    static void apply(JsonNode body, ObjectNode user) {
        for (Operation operation : read(body)) {
            if (operation.path().isEmpty()) {
                operation.value().properties().forEach(field -> set(user, field.getKey(), field.getValue()));
            } else {
                set(user, operation.path(), operation.op().equals("remove") ? null : operation.value());
            }
        }
    }

    private static void set(ObjectNode user, String path, JsonNode value) {
        boolean work = path.matches("emails\\[.+]\\.value|emails\\.value");
        if (!work && !PLAIN.contains(path) && !path.matches("name\\.(givenName|familyName|formatted)")) {
            throw ScimForms.refused("invalidPath", "The path is not supported: " + path);
        }
        ObjectNode place = user;
        String name = path;
        if (work) {
            place = (ObjectNode) user.withArray("emails").path(0);
            name = "value";
        } else if (path.startsWith("name.")) {
            place = user.withObject("/name");
            name = path.substring("name.".length());
        }
        renamed(user, path);
        put(place, name, value);
    }

    /** A name given whole counts instead of its parts. */
    private static void renamed(ObjectNode user, String path) {
        if (path.equals("displayName") || path.equals("name.formatted")) {
            user.withObject("/name").removeAll();
        }
    }

    private static void put(ObjectNode place, String name, JsonNode value) {
        if (value == null) {
            place.remove(name);
        } else {
            place.set(name, value);
        }
    }
}
