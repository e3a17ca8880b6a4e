package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.Row;
import io.eicbridge.dialect.Unmappable;
import io.eicbridge.directory.EntitlementRecord;
import io.eicbridge.intercom.Ids;

/** Makes an EIC entitlement of one Intercom record. */
final class EntitlementMapping {
    private EntitlementMapping() {}

    static EntitlementRecord map(EndpointImport endpoint, String type, JsonNode item) throws Unmappable {
        Row row = endpoint.parameters()
                .entitlements(type)
                .orElseThrow(() -> new IllegalStateException("no mapping of " + type))
                .map(item);
        return new EntitlementRecord(Ids.text(item.path("id")), name(type, item), row.columns());
    }

    /** What the entitlement is called: its name, or the best that stands for one. */
    static String name(String type, JsonNode item) {
        if ("Subscription".equals(type)) {
            return first(item, item.path("default_translation").path("name").asText(""));
        }
        return first(item, item.path("name").asText(""));
    }

    private static String first(JsonNode item, String name) {
        String given = name.isBlank() ? item.path("company_id").asText("") : name;
        return given.isBlank() ? Ids.text(item.path("id")) : given.trim();
    }
}
