package io.eicbridge.connector.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An object that a notification names: all that is taken out of one.
 *
 * @param object {@code contact}, {@code company}, {@code tag}, {@code admin} or {@code ticket}
 */
record Pointer(String object, String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Map<String, String> OBJECTS = Map.of(
            "contact", "contact",
            "user", "contact",
            "lead", "contact",
            "company", "company",
            "tag", "tag",
            "admin", "admin",
            "ticket", "ticket");
    private static final Map<String, String> TYPES = Map.of("company", "Company", "tag", "Tag");

    /** The item of a notification and the objects in it, but none of the lists that these hold. */
    static List<Pointer> in(JsonNode item) {
        List<Pointer> found = new ArrayList<>();
        take(item, found);
        item.forEach(part -> take(part, found));
        return found.stream().distinct().toList();
    }

    private static void take(JsonNode node, List<Pointer> found) {
        String object = OBJECTS.get(node.path("type").asText(""));
        String id = Ids.text(node.path("id"));
        if (object != null && ID.matcher(id).matches()) {
            found.add(new Pointer(object, id));
        }
    }

    /** The reading that it asks for, where it is one of the contacts' endpoint. */
    Optional<Hint> hint() {
        if (object.equals("contact")) {
            return Optional.of(new Hint("contacts", Hint.ACCOUNT, id));
        }
        return Optional.ofNullable(TYPES.get(object)).map(type -> new Hint("contacts", type, id));
    }
}
