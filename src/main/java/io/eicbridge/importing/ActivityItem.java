package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What one activity of the feed names: when it happened, and the contacts that it is about, whatever their parts in it are called. */
final class ActivityItem {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> CONTACTS = Set.of("contact", "user", "lead");

    private ActivityItem() {}

    static Optional<Instant> at(JsonNode activity) {
        JsonNode created = activity.path("created_at");
        return created.isIntegralNumber() ? Optional.of(Instant.ofEpochSecond(created.longValue())) : Optional.empty();
    }

    static Set<String> contacts(JsonNode activity) {
        Set<String> ids = new TreeSet<>();
        activity.fields().forEachRemaining(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.endsWith("contact_id")) {
                add(ids, value);
            } else if (name.endsWith("contact")
                    || CONTACTS.contains(value.path("type").asText(""))) {
                add(ids, value.path("id"));
            }
        });
        return ids;
    }

    private static void add(Set<String> ids, JsonNode value) {
        String id = Ids.text(value);
        if (ID.matcher(id).matches()) {
            ids.add(id);
        }
    }
}
