package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.TicketAttribute;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Effects;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The endpoints that create and change types of tickets and their attributes. */
final class TicketTypeWrites {
    static final String SCOPE = "write_tickets";
    private static final Set<String> CATEGORIES = Set.of("Customer", "Back-office", "Tracker");
    private static final Set<String> DATA_TYPES =
            Set.of("string", "list", "integer", "decimal", "boolean", "datetime", "files");
    private final Desk desk;
    private final Effects effects;
    private final TicketTypeWriter writer;

    TicketTypeWrites(Desk desk, Effects effects, TicketTypeWriter writer) {
        this.desk = desk;
        this.effects = effects;
        this.writer = writer;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.post("/ticket_types", SCOPE, this::create),
                Endpoint.put("/ticket_types/{id}", SCOPE, this::change),
                Endpoint.post("/ticket_types/{id}/attributes", SCOPE, this::addAttribute),
                Endpoint.put("/ticket_types/{id}/attributes/{attribute}", SCOPE, this::changeAttribute));
    }

    private void create(Asked asked, Mischief mischief, JsonBytes out) {
        String name = Given.required("name", asked.body());
        TicketType.Facts blank = new TicketType.Facts(name, "", "\uD83C\uDF9F\uFE0F", "Customer", false, false);
        TicketType type = desk.types().create(facts(asked.body(), blank));
        effects.count("ticket_type_created", type.id(), true);
        writer.write(type, asked.version(), out);
    }

    private void change(Asked asked, Mischief mischief, JsonBytes out) {
        TicketType before = TicketTypeAnswers.get(desk, asked);
        TicketType after = desk.types().change(before, facts(asked.body(), before.facts()));
        effects.count("ticket_type_updated", after.id(), !after.facts().equals(before.facts()));
        writer.write(after, asked.version(), out);
    }

    private static TicketType.Facts facts(JsonNode body, TicketType.Facts before) {
        String category = body.path("category").asText(before.category());
        if (!CATEGORIES.contains(category)) {
            throw Refusal.bad("parameter_invalid", "category must be one of Customer, Back-office and Tracker");
        }
        return new TicketType.Facts(
                body.path("name").asText(before.name()),
                body.path("description").asText(before.description()),
                body.path("icon").asText(before.icon()),
                category,
                body.path("is_internal").asBoolean(before.internal()),
                body.path("archived").asBoolean(before.archived()));
    }

    private void addAttribute(Asked asked, Mischief mischief, JsonBytes out) {
        TicketType type = TicketTypeAnswers.get(desk, asked);
        JsonNode body = asked.body();
        String name = Given.required("name", body);
        String dataType = Given.required("data_type", body);
        if (!DATA_TYPES.contains(dataType) || !body.path("description").isTextual()) {
            throw Refusal.bad("parameter_invalid", "description or data_type is missing or not valid");
        }
        if (type.named(name).isPresent()) {
            throw Refusal.bad("parameter_invalid", "An attribute with this name already exists on the ticket type");
        }
        TicketAttribute added = desk.types()
                .addAttribute(
                        type,
                        facts(body, new TicketAttribute.Facts(name, "", dataType, false, false, List.of(), false)));
        effects.count("ticket_attribute_created", type.id() + "/" + added.id(), true);
        TicketTypeWriter.attribute(type, added, out);
    }

    private void changeAttribute(Asked asked, Mischief mischief, JsonBytes out) {
        TicketType type = TicketTypeAnswers.get(desk, asked);
        TicketAttribute before = type.attribute(asked.variable("attribute"))
                .orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found"));
        TicketAttribute after = desk.types().changeAttribute(type, before, facts(asked.body(), before.facts()));
        effects.count(
                "ticket_attribute_updated",
                type.id() + "/" + after.id(),
                !after.facts().equals(before.facts()));
        TicketTypeWriter.attribute(type, after, out);
    }

    private static TicketAttribute.Facts facts(JsonNode body, TicketAttribute.Facts before) {
        List<String> items = body.hasNonNull("list_items")
                ? Arrays.stream(body.path("list_items").asText().split(","))
                        .map(String::trim)
                        .toList()
                : before.items();
        if (before.dataType().equals("list") && items.isEmpty()) {
            throw Refusal.bad("parameter_invalid", "list_items is required for a list");
        }
        return new TicketAttribute.Facts(
                body.path("name").asText(before.name()),
                body.path("description").asText(before.description()),
                before.dataType(),
                body.path("required_to_create").asBoolean(before.required()),
                body.path("multiline").asBoolean(before.multiline()),
                items,
                body.path("archived").asBoolean(before.archived()));
    }
}
