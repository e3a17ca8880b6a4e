package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.tickets.Desk;
import io.eicbridge.sandbox.tickets.TicketState;
import io.eicbridge.sandbox.tickets.TicketType;
import java.util.List;

/** The endpoints that tell the types and states of tickets. */
final class TicketTypeAnswers {
    static final String SCOPE = "read_tickets";
    private final Desk desk;
    private final TicketTypeWriter writer;

    TicketTypeAnswers(Desk desk, TicketTypeWriter writer) {
        this.desk = desk;
        this.writer = writer;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/ticket_types", SCOPE, this::types),
                Endpoint.get(
                        "/ticket_types/{id}",
                        SCOPE,
                        (asked, mischief, out) -> writer.write(get(desk, asked), asked.version(), out)),
                Endpoint.get("/ticket_states", SCOPE, this::states).from(12));
    }

    private void types(Asked asked, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (TicketType type : desk.types().all()) {
            writer.write(type, asked.version(), out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    private void states(Asked asked, Mischief mischief, JsonBytes out) {
        out.raw("{\"type\":\"list\",\"data\":[");
        boolean first = true;
        for (TicketState state : desk.states().all()) {
            writer.stateWithTypes(state, out.comma(first));
            first = false;
        }
        out.raw("]}");
    }

    /** The type that the path names. */
    static TicketType get(Desk desk, Asked asked) {
        return desk.types()
                .find(asked.variable("id"))
                .orElseThrow(() -> Refusal.notFound("not_found", "Resource Not Found"));
    }
}
