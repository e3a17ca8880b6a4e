package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.Ticket;
import io.eicbridge.sandbox.tickets.TicketState;
import io.eicbridge.sandbox.tickets.TicketType;
import io.eicbridge.sandbox.workspace.Features;
import io.eicbridge.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The endpoints that change and delete tickets. */
final class TicketWrites {
    private static final Set<String> USUAL =
            Set.of("ticket_attributes", "company_id", "open", "is_shared", "snoozed_until", "skip_notifications");
    private final Workspace workspace;
    private final Desk desk;
    private final TicketBody bodies;
    private final TicketWriter writer;

    TicketWrites(Workspace workspace, Desk desk, TicketWriter writer) {
        this.workspace = workspace;
        this.desk = desk;
        this.bodies = new TicketBody(workspace, desk);
        this.writer = writer;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.put("/tickets/{id}", TicketTypeWrites.SCOPE, this::update),
                Endpoint.delete("/tickets/{id}", TicketTypeWrites.SCOPE, this::delete)
                        .from(13));
    }

    private void update(Asked asked, Mischief mischief, JsonBytes out) {
        Ticket updated = desk.tickets().together(() -> {
            Ticket before = TicketAnswers.get(desk, asked);
            Ticket after = changed(before, asked);
            workspace.effects().count("ticket_updated", String.valueOf(before.id()), !after.equals(before));
            return desk.tickets().change(before.id(), same -> after);
        });
        writer.write(updated, asked.version(), out);
    }

    private Ticket changed(Ticket before, Asked asked) {
        JsonNode body = asked.body();
        refuseUnknown(body, asked.version());
        TicketType type = desk.types().find(before.type()).orElseThrow();
        Map<Integer, Object> values = bodies.values(body, type);
        Ticket handled = before.with(values).with(handling(before.handling(), body));
        JsonNode state = body.path(asked.version().since(12) ? "ticket_state_id" : "state");
        Ticket moved = state.isMissingNode() ? handled : moved(handled, type, state.asText(), asked.version());
        return body.has("open") ? moved.with(opened(moved.handling(), body)) : moved;
    }

    /** How the state and the assignee are named depends on the version. */
    private static void refuseUnknown(JsonNode body, Version version) {
        Given.object(body).fieldNames().forEachRemaining(name -> {
            boolean known = USUAL.contains(name)
                    || name.equals(version.since(12) ? "ticket_state_id" : "state")
                    || (version.since(14) ? Set.of("admin_id", "assignee_id") : Set.of("assignment")).contains(name);
            if (!known) {
                throw Refusal.bad("bad_request", "bad '" + name + "' parameter");
            }
        });
    }

    private Ticket moved(Ticket ticket, TicketType type, String wanted, Version version) {
        TicketState before = desk.states().find(ticket.state()).orElseThrow();
        TicketState after = (version.since(12)
                        ? desk.states().find(wanted)
                        : desk.states().first(wanted))
                .filter(state -> state.fits(type))
                .orElseThrow(() -> Refusal.bad(
                        "ticket_state_id_invalid",
                        "Ticket state id is not valid or is not associated with the ticket type"));
        return before.equals(after) ? ticket : ticket.in(before, after);
    }

    private Ticket.Handling handling(Ticket.Handling before, JsonNode body) {
        JsonNode assignment = body.has("assignment") ? body.path("assignment") : body;
        String admin = Given.text("admin_id", assignment.path("admin_id"));
        if (admin != null && workspace.teammates().find(admin).isEmpty()) {
            throw TicketBody.unknownAssignee();
        }
        String assignee = Given.text("assignee_id", assignment.path("assignee_id"));
        Ticket.Handling assigned = assignee == null ? before : bodies.assigned(before, assignee);
        return new Ticket.Handling(
                assigned.open(),
                body.has("snoozed_until")
                        ? Given.second("snoozed_until", body.path("snoozed_until"))
                        : assigned.snoozedUntil(),
                body.path("is_shared").asBoolean(assigned.shared()),
                assigned.admin(),
                assigned.team(),
                body.path("company_id").asText(assigned.company()));
    }

    private static Ticket.Handling opened(Ticket.Handling before, JsonNode body) {
        return new Ticket.Handling(
                Given.flag("open", body.path("open")),
                before.snoozedUntil(),
                before.shared(),
                before.admin(),
                before.team(),
                before.company());
    }

    private void delete(Asked asked, Mischief mischief, JsonBytes out) {
        if (!workspace.features().has(Features.TICKET_DELETION)) {
            throw new Refusal(403, "api_plan_restricted", "Active subscription needed.");
        }
        desk.tickets().together(() -> {
            Ticket ticket = TicketAnswers.get(desk, asked);
            desk.tickets().delete(ticket.id());
            workspace.effects().count("ticket_deleted", String.valueOf(ticket.id()), true);
            return out.raw("{\"id\":").text(String.valueOf(ticket.id()));
        });
        out.raw(",\"object\":\"ticket\",\"deleted\":true}");
    }
}
