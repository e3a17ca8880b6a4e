package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.sandbox.tickets.TicketAttribute;
import io.eicbridge.sandbox.tickets.TicketPart;
import io.eicbridge.sandbox.tickets.TicketState;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Workspace;

/** Writes tickets and what was said about them. */
final class TicketWriter {
    private final Workspace workspace;
    private final Desk desk;
    private final TicketTypeWriter types;

    TicketWriter(Workspace workspace, Desk desk, TicketTypeWriter types) {
        this.workspace = workspace;
        this.desk = desk;
        this.types = types;
    }

    void write(Ticket ticket, Version version, JsonBytes out) {
        TicketType type = desk.types().find(ticket.type()).orElseThrow();
        out.raw("{\"type\":\"ticket\",\"id\":").text(String.valueOf(ticket.id()));
        out.raw(",\"ticket_id\":").text(String.valueOf(ticket.number()));
        out.raw(",\"category\":").text(type.facts().category()).raw(",\"ticket_attributes\":{");
        values(ticket, type, out);
        out.raw("},\"ticket_state\":");
        state(desk.states().find(ticket.state()).orElseThrow(), version, out);
        out.raw(",\"ticket_type\":");
        types.write(type, version, out);
        contact(ticket, out);
        handling(ticket.handling(), out);
        out.raw(",\"created_at\":").number(ticket.createdAt());
        out.raw(",\"updated_at\":").number(ticket.updatedAt());
        parts(ticket, out);
        out.raw(",\"linked_objects\":{\"type\":\"list\",\"data\":[],\"total_count\":0,\"has_more\":false}");
        if (version.since(16)) {
            out.raw(",\"previous_ticket_state_id\":").value(ticket.previousState());
        }
        out.raw("}");
    }

    private static void values(Ticket ticket, TicketType type, JsonBytes out) {
        boolean first = true;
        for (TicketAttribute attribute : type.attributes()) {
            out.comma(first).text(attribute.name()).raw(":");
            out.value(ticket.values().get(attribute.id()));
            first = false;
        }
    }

    /** Up to 2.11 the state was just its category, with the labels beside it. */
    private static void state(TicketState state, Version version, JsonBytes out) {
        if (version.since(12)) {
            TicketTypeWriter.state(state, out).raw("}");
        } else {
            out.text(state.category()).raw(",\"ticket_state_internal_label\":").text(state.internalLabel());
            out.raw(",\"ticket_state_external_label\":").text(state.externalLabel());
        }
    }

    private void contact(Ticket ticket, JsonBytes out) {
        out.raw(",\"contacts\":{\"type\":\"contact.list\",\"contacts\":[{\"type\":\"contact\",\"id\":");
        out.text(ticket.contact()).raw(",\"external_id\":");
        out.value(workspace
                .contacts()
                .find(ticket.contact())
                .map((Contact contact) -> contact.value(Attributes.EXTERNAL_ID))
                .orElse(null));
        out.raw("}]}");
    }

    private static void handling(Ticket.Handling handling, JsonBytes out) {
        out.raw(",\"admin_assignee_id\":").number(handling.admin());
        out.raw(",\"team_assignee_id\":").number(handling.team());
        out.raw(",\"open\":").value(handling.open());
        if (handling.snoozedUntil() != null) {
            out.raw(",\"snoozed_until\":").number(handling.snoozedUntil());
        }
        out.raw(",\"is_shared\":").value(handling.shared());
    }

    private static void parts(Ticket ticket, JsonBytes out) {
        out.raw(",\"ticket_parts\":{\"type\":\"ticket_part.list\",\"ticket_parts\":[");
        boolean first = true;
        for (TicketPart part : ticket.parts()) {
            part(part, out.comma(first));
            first = false;
        }
        out.raw("],\"total_count\":").number(ticket.parts().size()).raw("}");
    }

    static void part(TicketPart part, JsonBytes out) {
        out.raw("{\"type\":\"ticket_part\",\"id\":").text(String.valueOf(part.id()));
        out.raw(",\"part_type\":").text(part.type());
        if (part.body() != null) {
            out.raw(",\"body\":").text(part.body());
        }
        if (part.after() != null) {
            out.raw(",\"ticket_state\":").text(part.after());
            out.raw(",\"previous_ticket_state\":").text(part.before());
        }
        out.raw(",\"created_at\":").number(part.createdAt());
        out.raw(",\"updated_at\":").number(part.createdAt());
        TicketPart.Author author = part.author();
        out.raw(",\"author\":{\"id\":").text(author.id()).raw(",\"type\":").text(author.type());
        out.raw(",\"name\":").value(author.name()).raw(",\"email\":").value(author.email());
        out.raw("},\"attachments\":[],\"redacted\":false}");
    }
}
