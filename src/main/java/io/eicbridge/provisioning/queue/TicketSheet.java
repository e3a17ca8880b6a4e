package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.provisioning.ParameterCall;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;
import java.util.Set;

/** Fills an endpoint's {@code CreateTicketJSON} in for a request. */
final class TicketSheet {
    private static final String TICKETS = "/tickets";
    /** What Intercom answers where type, requester or attributes are not as it wants them. */
    private static final int[] REFUSED = {400, 404, 422};

    /** Shows whether a parameter uses the bridge's own type and requester, which are not made where it does not. */
    private static final QueuePlace NOWHERE =
            new QueuePlace("(queueItem.ticketType)", Set.of(), "(queueItem.requester)");

    private final Sheets sheets;
    private final QueuePlaces places;
    private final boolean enqueue;

    /** Sheets whose tickets stand in this place; {@code enqueue} lets Intercom make them in jobs of its own. */
    TicketSheet(Sheets sheets, QueuePlaces places, boolean enqueue) {
        this.sheets = sheets;
        this.places = places;
        this.enqueue = enqueue;
    }

    /**
     * A call that makes a ticket.
     *
     * @param parameter judges the answer
     * @param key the value of the attribute by which the ticket is found again
     * @param own whether type and requester are those that the bridge looked up itself
     */
    record Filled(Call call, ParameterCall parameter, String key, String type, boolean own) {

        /** Whether a ticket may be the one that this call made: it has the key, or else all that was written into it. */
        boolean isOf(JsonNode ticket) {
            JsonNode sent = call.body().path("ticket_attributes");
            JsonNode there = ticket.path("ticket_attributes");
            return sent.has(TicketText.REQUEST)
                    ? key.equals(there.path(TicketText.REQUEST).asText())
                    : sent.propertyStream()
                            .allMatch(one ->
                                    !there.has(one.getKey()) || one.getValue().equals(there.get(one.getKey())));
        }
    }

    Filled fill(ProvisioningRequest request, String reason) {
        ParameterCall parameter = sheets.call(request, "CreateTicketJSON", null);
        TicketText text = new TicketText(request, reason);
        RenderedCall blank = filled(request, parameter, text, NOWHERE);
        String shown = String.valueOf(blank.body());
        boolean own = shown.contains(NOWHERE.type()) || shown.contains(NOWHERE.requester());
        QueuePlace place = own ? places.place() : NOWHERE;
        RenderedCall filled = own ? filled(request, parameter, text, place) : blank;
        JsonNode body = own ? fitted(filled.body(), place) : filled.body();
        Call call = sheets.toIntercom(request, filled);
        String path = enqueue && call.path().equals(TICKETS) ? TICKETS + "/enqueue" : call.path();
        Call sent = Sheets.own(request, Call.write(call.method(), path, body)).accepting(REFUSED);
        return new Filled(sent, parameter, text.key(), type(body), own);
    }

    private RenderedCall filled(
            ProvisioningRequest request, ParameterCall parameter, TicketText text, QueuePlace place) {
        return sheets.fill(request, parameter, Map.of("queueItem", text.bound(place)));
    }

    private static String type(JsonNode body) {
        return body == null ? "" : Ids.text(body.path("ticket_type_id"));
    }

    /** Attributes that the type does not have would make Intercom refuse the ticket; the description tells them too. */
    private static JsonNode fitted(JsonNode body, QueuePlace place) {
        if (body != null && body.path("ticket_attributes") instanceof ObjectNode attributes) {
            attributes.retain(attributes
                    .propertyStream()
                    .filter(attribute -> !attribute.getValue().asText().isEmpty())
                    .map(attribute -> attribute.getKey())
                    .filter(name ->
                            name.startsWith("_default_") || place.attributes().contains(name))
                    .toList());
        }
        return body;
    }
}
