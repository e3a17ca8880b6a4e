package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.connector.Methods;
import io.eicbridge.connector.Refusals;
import io.eicbridge.connector.Request;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import java.util.Objects;

/** Tells how a ticket stands in one flat word, whatever Intercom calls the states of its own tickets. */
public final class TicketAnswers {
    private static final int NUMBER = 4;

    /** The number of the ticket that a path names; {@code Rejected} with 404 where it is none. */
    public long number(Request request) {
        Methods.check(request);
        return RequestNumbers.read(request.segments().get(NUMBER), "ticket");
    }

    /**
     * {@code {errorCode, id, status, message, requestId}}; {@code status} is open, completed or cancelled. One whose tries are used up stays
     * open, since its operators decide about it.
     *
     * @throws io.eicbridge.failure.Rejected with 404 where the ticket is of another endpoint
     */
    public String told(Request request, ProvisioningRequest ticket) {
        if (!ticket.endpoint().equals(request.endpoint())) {
            throw Refusals.unknown("There is no ticket " + ticket.id() + " of " + request.endpoint() + ".");
        }
        String id = Long.toString(ticket.id());
        return JsonNodeFactory.instance
                .objectNode()
                .put("errorCode", "0")
                .put("id", id)
                .put("status", status(ticket.state()))
                .put("message", message(ticket))
                .put("requestId", id)
                .toString();
    }

    private static String status(RequestState state) {
        return switch (state) {
            case SUCCEEDED -> "completed";
            case REJECTED, DISCARDED, CANCELLED -> "cancelled";
            default -> "open";
        };
    }

    private static String message(ProvisioningRequest ticket) {
        String told = ticket.state() == RequestState.SUCCEEDED || ticket.reason() == null
                ? ticket.message()
                : ticket.reason();
        return Objects.requireNonNullElse(Reasons.bare(told), "");
    }
}
