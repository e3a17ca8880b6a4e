package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Attributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the values that a company is created or changed with, named as in answers. */
final class CompanyBody {
    private static final Set<String> KNOWN = Set.of(
            "company_id",
            "name",
            "plan",
            "size",
            "website",
            "industry",
            "monthly_spend",
            "remote_created_at",
            "custom_attributes");
    private final Attributes attributes;

    CompanyBody(Attributes attributes) {
        this.attributes = attributes;
    }

    Map<String, Object> read(JsonNode body) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : Given.object(body, KNOWN).properties()) {
            if (!field.getValue().isNull()) {
                read(field.getKey(), field.getValue(), values);
            }
        }
        return values;
    }

    private void read(String name, JsonNode value, Map<String, Object> values) {
        switch (name) {
            // whole numbers only: Intercom cuts the rest off
            case "size", "monthly_spend" ->
                values.put(name, Given.number(name, value).longValue());
            case "remote_created_at" -> values.put(name, Given.second(name, value));
            case "custom_attributes" ->
                Given.object(value).properties().forEach(field -> custom(field.getKey(), field.getValue(), values));
            default -> text(name, Given.text(name, value), values);
        }
    }

    private static void text(String name, String text, Map<String, Object> values) {
        if (text != null) {
            values.put(name, text);
        }
    }

    private void custom(String name, JsonNode value, Map<String, Object> values) {
        Attribute attribute = attributes.ofCompanies().stream()
                .filter(known -> known.shortName().equals(name))
                .findFirst()
                .orElseThrow(() -> ContactBody.unknown(name));
        values.put(attribute.name(), Given.custom(attribute, value));
    }
}
