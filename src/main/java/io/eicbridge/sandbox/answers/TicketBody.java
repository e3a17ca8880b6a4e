package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.sandbox.tickets.TicketAttribute;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what a ticket is created or changed with. */
final class TicketBody {
    private final Workspace workspace;
    private final Desk desk;

    TicketBody(Workspace workspace, Desk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /** The type that a new ticket shall have. */
    TicketType type(JsonNode body) {
        TicketType type = desk.types()
                .find(Given.required("ticket_type_id", body))
                .orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found"));
        if (type.facts().archived()) {
            throw Refusal.bad("parameter_invalid", "The ticket type is archived");
        }
        return type;
    }

    /** The values of the attributes, by the attributes' ids. */
    Map<Integer, Object> values(JsonNode body, TicketType type) {
        Map<Integer, Object> values = new HashMap<>();
        JsonNode given = body.path("ticket_attributes");
        if (given.isMissingNode()) {
            return values;
        }
        Given.object(given).properties().forEach(field -> {
            TicketAttribute attribute = type.named(field.getKey())
                    .filter(known -> !known.facts().archived())
                    .orElseThrow(() -> Refusal.bad(
                            "parameter_invalid", "Ticket attribute '" + field.getKey() + "' does not exist"));
            values.put(attribute.id(), value(attribute, field.getValue()));
        });
        values.values().removeIf(value -> value == null);
        return values;
    }

    /** Refuses values that lack something a new ticket of the type must tell. */
    static void complete(TicketType type, Map<Integer, Object> values) {
        boolean lacks = type.attributes().stream()
                .anyMatch(attribute -> attribute.facts().required() && !values.containsKey(attribute.id()));
        if (lacks) {
            throw Refusal.bad("parameter_invalid", "Missing required ticket attributes");
        }
    }

    private static Object value(TicketAttribute attribute, JsonNode value) {
        String name = attribute.name();
        if (value.isNull()) {
            return null;
        }
        return switch (attribute.facts().dataType()) {
            case "string" -> string(name, value);
            case "integer", "decimal" -> Given.number(name, value);
            case "boolean" -> Given.flag(name, value);
            case "datetime" -> value.isNumber() ? Given.second(name, value) : Given.text(name, value);
            case "list" -> item(attribute, value);
            default -> throw Refusal.bad("parameter_invalid", name + " cannot be set by the sandbox");
        };
    }

    private static String string(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw Refusal.bad("parameter_invalid", name + " must be a string");
        }
        return value.textValue();
    }

    /** The value of a list is the id of one of its items. */
    private static String item(TicketAttribute attribute, JsonNode value) {
        boolean known = IntStream.range(0, attribute.facts().items().size())
                .anyMatch(place -> attribute.itemId(place).equals(value.asText()));
        if (!known) {
            throw Refusal.bad("parameter_invalid", attribute.name() + " must be the id of a list item");
        }
        return value.asText();
    }

    /** The one contact that a ticket is about; an unknown address makes a new contact. */
    Contact contact(JsonNode body) {
        JsonNode contacts = body.path("contacts");
        if (!contacts.isArray() || contacts.size() != 1) {
            throw Refusal.bad("parameter_invalid", "contacts must hold exactly one contact");
        }
        JsonNode wanted = contacts.get(0);
        Optional<Contact> found =
                wanted.has("id") ? workspace.contacts().find(wanted.path("id").asText()) : named(wanted);
        return found.filter(Contact::isLive)
                .or(() -> wanted.has("email") && !wanted.has("id") ? Optional.of(newcomer(wanted)) : Optional.empty())
                .orElseThrow(ContactAnswers::unknown);
    }

    private Optional<Contact> named(JsonNode wanted) {
        String externalId = Given.text("external_id", wanted.path("external_id"));
        String email = externalId == null ? Given.text("email", wanted.path("email")) : null;
        return workspace
                .contacts()
                .namesakes(externalId, email)
                .filter(Contact::isLive)
                .findFirst();
    }

    private Contact newcomer(JsonNode wanted) {
        Contact made = workspace
                .changes()
                .create(Map.of(Attributes.EMAIL.name(), wanted.path("email").asText()));
        workspace.effects().count("contact_created", made.id(), true);
        return made;
    }

    /** Who works on it: {@code assignee} is an admin or a team, 0 nobody. */
    Ticket.Handling assigned(Ticket.Handling before, String assignee) {
        if (assignee.equals("0")) {
            return new Ticket.Handling(before.open(), before.snoozedUntil(), before.shared(), 0, 0, before.company());
        }
        boolean admin = workspace.teammates().find(assignee).isPresent();
        boolean team = workspace.teammates().team(assignee).isPresent();
        if (!admin && !team) {
            throw unknownAssignee();
        }
        return new Ticket.Handling(
                before.open(),
                before.snoozedUntil(),
                before.shared(),
                admin ? Long.parseLong(assignee) : before.admin(),
                team ? Long.parseLong(assignee) : before.team(),
                before.company());
    }

    static Refusal unknownAssignee() {
        return Refusal.notFound("assignee_not_found", "Assignee not found");
    }
}
