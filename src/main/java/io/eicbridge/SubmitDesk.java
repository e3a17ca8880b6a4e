package io.eicbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.provisioning.RequestView;
import io.eicbridge.connector.provisioning.Tickets;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.RequestDesk;
import java.util.List;
import java.util.function.LongFunction;

/** Takes what commands want done in Intercom; the bridge itself tries again where that fails for a passing reason. */
public final class SubmitDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Tickets tickets;
    private final RequestDesk requests;
    private final LongFunction<ProvisioningRequest> outcome;

    SubmitDesk(Tickets tickets, RequestDesk requests, LongFunction<ProvisioningRequest> outcome) {
        this.tickets = tickets;
        this.requests = requests;
        this.outcome = outcome;
    }

    /**
     * Accepts {@code {"endpoint","operation","key",…}}, otherwise as a ticket, waits a while and answers the request as it then stands.
     *
     * @throws Rejected with 400 and all violations, 409 where the key was used for something else
     */
    public ObjectNode submit(String body) {
        ObjectNode order = json(body);
        String endpoint = order.path("endpoint").asText("");
        String key = order.path("key").asText("").isBlank()
                ? null
                : order.path("key").asText();
        order.remove(List.of("endpoint", "key"));
        NewRequest asked = tickets.ordered(endpoint, order.toString(), key);
        long id = requests.accept(asked).request().id();
        return RequestView.told(outcome.apply(id));
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // told below, without the text: it may hold personal data
        }
        throw new Rejected(
                "The body is no JSON object; send {\"endpoint\":\"contacts\",\"operation\":\"disable\",\"accountID\":\"…\"}.",
                400,
                "",
                null);
    }
}
