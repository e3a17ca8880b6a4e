package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.sandbox.tickets.TicketPart;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Attributes;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The endpoint that writes notes and comments on tickets. */
final class TicketReplies {
    private static final Set<String> KINDS = Set.of("note", "comment");
    private static final int MOST = 500;
    private final Workspace workspace;
    private final Desk desk;

    TicketReplies(Workspace workspace, Desk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    List<Endpoint> all() {
        return List.of(Endpoint.post("/tickets/{id}/reply", TicketTypeWrites.SCOPE, this::reply));
    }

    private void reply(Asked asked, Mischief mischief, JsonBytes out) {
        JsonNode body = Given.object(asked.body());
        TicketPart said = desk.tickets().together(() -> {
            Ticket ticket = desk.tickets()
                    .find(asked.variable("id"))
                    .orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found"));
            String kind = body.path("message_type").asText();
            if (!KINDS.contains(kind) || ticket.parts().size() >= MOST) {
                throw Refusal.bad(
                        "parameter_invalid", "message_type is not valid, or the ticket has " + MOST + " parts");
            }
            TicketPart.Author author = author(body, ticket);
            workspace.effects().count("ticket_replied", String.valueOf(ticket.id()), true);
            return desk.tickets().say(ticket.id(), kind, Given.required("body", body), null, null, author);
        });
        TicketWriter.part(said, out);
    }

    private TicketPart.Author author(JsonNode body, Ticket ticket) {
        return switch (body.path("type").asText()) {
            case "admin" -> admin(Given.required("admin_id", body));
            case "user" -> user(body, ticket);
            default -> throw Refusal.bad("parameter_invalid", "type must be admin or user");
        };
    }

    private TicketPart.Author admin(String id) {
        return workspace
                .teammates()
                .find(id)
                .map(one -> new TicketPart.Author("admin", one.id(), one.name(), one.email()))
                .orElseThrow(() -> Refusal.notFound("admin_not_found", "Admin not found"));
    }

    private TicketPart.Author user(JsonNode body, Ticket ticket) {
        TicketType type = desk.types().find(ticket.type()).orElseThrow();
        if (type.isBackOffice()) {
            throw Refusal.bad("parameter_mismatch", "User replies are not allowed on Backoffice tickets");
        }
        Contact contact = workspace
                .contacts()
                .find(body.path("intercom_user_id").asText())
                .filter(Contact::isLive)
                .orElseThrow(ContactAnswers::unknown);
        String email = Objects.toString(contact.value(Attributes.EMAIL), null);
        return new TicketPart.Author("user", contact.id(), null, email);
    }
}
