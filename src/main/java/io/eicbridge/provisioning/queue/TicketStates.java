package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.dialect.provisioning.TicketState;
import java.util.Map;

/** Says whether a ticket is done, by category and never by label, which every workspace words as it likes. */
final class TicketStates {
    private static final String STATE = "ticket_state";
    private static final String CATEGORY = "category";
    private static final String RESOLVED = "resolved";
    private final Map<String, ConnectionParameters> parameters;

    /** States as the {@code TicketStatusJSON} of an endpoint sees them, where it has one. */
    TicketStates(Map<String, ConnectionParameters> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    TicketState of(String endpoint, JsonNode ticket) {
        JsonNode known = withCategory(ticket);
        return parameters
                .get(endpoint)
                .find("TicketStatusJSON")
                .flatMap(parameter -> parameter.calls().stream().findFirst())
                .map(call -> call.ticketState(known))
                .orElseGet(() -> known.path(STATE).path(CATEGORY).asText().equals(RESOLVED)
                        ? TicketState.COMPLETED
                        : TicketState.OPEN);
    }

    /** Up to API 2.11 a state is a text, from 2.12 on an object with that text as its category. */
    private static JsonNode withCategory(JsonNode ticket) {
        if (!ticket.path(STATE).isTextual()) {
            return ticket;
        }
        ObjectNode copy = ticket.deepCopy();
        copy.putObject(STATE).put(CATEGORY, ticket.path(STATE).asText());
        return copy;
    }
}
