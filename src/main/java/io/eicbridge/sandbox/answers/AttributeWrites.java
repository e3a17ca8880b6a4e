package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Kind;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The endpoint that creates custom attributes of contacts and companies. */
final class AttributeWrites {
    private static final Map<String, Kind> KINDS = Map.of(
            "string", Kind.TEXT,
            "options", Kind.TEXT,
            "integer", Kind.NUMBER,
            "float", Kind.DECIMAL,
            "boolean", Kind.FLAG,
            "date", Kind.DAY,
            "datetime", Kind.DAY);
    private final Workspace workspace;
    private final Attributes attributes;

    AttributeWrites(Workspace workspace) {
        this.workspace = workspace;
        this.attributes = workspace.attributes();
    }

    List<Endpoint> all() {
        return List.of(Endpoint.post("/data_attributes", ContactWrites.SCOPE, this::create));
    }

    private void create(Asked asked, Mischief mischief, JsonBytes out) {
        JsonNode body = asked.body();
        String name = Given.required("name", body);
        boolean contacts = Given.required("model", body).equals("contact");
        Kind kind = KINDS.get(Given.required("data_type", body));
        if (kind == null || !contacts && !body.path("model").asText().equals("company")) {
            throw Refusal.bad("parameter_invalid", "model or data_type is not one that can be created");
        }
        List<String> options = options(body);
        Attribute made;
        synchronized (attributes) {
            refuse(name, contacts ? "people" : "company");
            made = contacts
                    ? attributes.define(name, kind, options)
                    : attributes.defineForCompanies(name, kind, options);
        }
        workspace.effects().count("attribute_created", made.name(), true);
        SchemaAnswers.custom(made, contacts ? "contact" : "company", asked.version(), out);
    }

    private static List<String> options(JsonNode body) {
        List<String> options = new ArrayList<>();
        body.path("options").forEach(option -> options.add(option.path("value").asText()));
        if (body.path("data_type").asText().equals("options") && options.size() < 2) {
            throw Refusal.bad("parameter_invalid", "A list needs two options or more");
        }
        return options;
    }

    private void refuse(String name, String data) {
        if (!name.matches("[\\p{L}\\p{N}\\p{Sc} _-]+")) {
            throw Refusal.bad(
                    "parameter_invalid",
                    "Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens");
        }
        boolean taken = Stream.of(attributes.custom(), attributes.ofCompanies())
                .flatMap(Collection::stream)
                .anyMatch(known -> known.shortName().equalsIgnoreCase(name));
        if (taken) {
            throw Refusal.bad(
                    "parameter_invalid",
                    "You already have '" + name + "' in your data. To save this as new " + data
                            + " data, use a different name.");
        }
    }
}
