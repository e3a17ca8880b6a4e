package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.AttributePath;
import java.util.Optional;
import java.util.Set;

/** Where a ticket's id and state stand in an answer, each path null where the call has none. */
record TicketRule(AttributePath id, AttributePath status, Set<String> completed, Set<String> discontinued) {
    Optional<String> ticketId(JsonNode body) {
        return text(id, body);
    }

    TicketState state(JsonNode body) {
        String found = text(status, body).orElse("");
        if (discontinued.contains(found)) {
            return TicketState.DISCONTINUED;
        }
        return completed.contains(found) ? TicketState.COMPLETED : TicketState.OPEN;
    }

    /** The text there; a state that is an object is known by its category, as newer versions of Intercom answer it. */
    private static Optional<String> text(AttributePath path, JsonNode body) {
        JsonNode found = path == null || body == null ? null : path.in(body);
        JsonNode state = found != null && found.isObject() ? found.get("category") : found;
        return Optional.ofNullable(state)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText);
    }
}
