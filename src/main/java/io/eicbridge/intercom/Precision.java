package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** How exactly a contact search compares dates: by whole days of the workspace's time zone, or by seconds. */
public enum Precision {
    DAYS,
    SECONDS;

    private static final Set<String> STANDARD = Set.of("created_at", "updated_at");

    /**
     * Reads it from the answer to {@code GET /data_attributes?model=contact}, where versions that compare seconds give the
     * standard dates the type {@code datetime}. Whatever is unclear counts as days: a query cut for days also finds
     * everything where seconds are compared, the reverse loses contacts.
     */
    public static Precision from(Answer answer) {
        boolean found = false;
        for (JsonNode attribute : answer.body().path("data")) {
            if (isStandardDate(attribute)) {
                found = true;
                if (!attribute.path("data_type").asText().equals("datetime")) {
                    return DAYS;
                }
            }
        }
        return found ? SECONDS : DAYS;
    }

    private static boolean isStandardDate(JsonNode attribute) {
        return STANDARD.contains(attribute.path("name").asText())
                && !attribute.path("custom").asBoolean();
    }
}
