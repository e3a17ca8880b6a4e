package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Configuration;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Ids;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Finds the ticket type of queue items: the configured one as it is, or the bridge's own, with all its attributes. */
final class TicketTypes {
    private static final String NAME = "EIC request";
    private static final String DESCRIPTION =
            "Something that EIC decided and Intercom's API cannot do. Resolve the ticket once"
                    + " it is done; the bridge looks whether it is.";
    private final Calls calls;
    private final Optional<String> configured;

    TicketTypes(Calls calls, Optional<String> configured) {
        this.calls = calls;
        this.configured = configured;
    }

    /** A type and the names of its attributes. */
    record Found(String id, Set<String> attributes) {}

    /** Whether a type that was found earlier is the one that the settings mean now. */
    boolean stillMeant(String id) {
        return configured.map(id::equals).orElse(true);
    }

    Found find() {
        JsonNode listed = calls.send(Call.get("/ticket_types")).body().path("data");
        if (configured.isPresent()) {
            return theConfigured(listed, configured.get());
        }
        JsonNode own = StreamSupport.stream(listed.spliterator(), false)
                .filter(type -> NAME.equals(type.path("name").asText()))
                .filter(type -> !type.path("archived").asBoolean(false))
                .findFirst()
                .orElseGet(this::made);
        return withAttributes(own);
    }

    private static Found theConfigured(JsonNode listed, String id) {
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(type -> Ids.text(type.path("id")).equals(id))
                .findFirst()
                .map(type -> new Found(id, attributes(type)))
                .orElseThrow(() -> new Configuration(
                        "No queue item is opened: Intercom has no ticket type \"" + id
                                + "\". Set \"queue-items.ticket-type\" to the id of one that GET /ticket_types lists, or"
                                + " leave it empty: the bridge makes its own.",
                        "ticket-write",
                        null));
    }

    private JsonNode made() {
        ObjectNode type = JsonNodeFactory.instance
                .objectNode()
                .put("name", NAME)
                .put("description", DESCRIPTION)
                .put("category", "Back-office")
                .put("is_internal", true);
        return calls.send(Call.write("POST", "/ticket_types", type)).body();
    }

    private Found withAttributes(JsonNode type) {
        String id = Ids.text(type.path("id"));
        Set<String> there = new LinkedHashSet<>(attributes(type));
        TicketText.ATTRIBUTES.stream().filter(name -> !there.contains(name)).forEach(name -> {
            calls.send(Call.write("POST", "/ticket_types/" + CallPath.encoded(id) + "/attributes", attribute(name)));
            there.add(name);
        });
        return new Found(id, there);
    }

    private static ObjectNode attribute(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("description", name + " of the task in EIC")
                .put("data_type", "string")
                .put("multiline", false)
                .put("required_to_create", false)
                .put("visible_to_contacts", false);
    }

    private static Set<String> attributes(JsonNode type) {
        Set<String> names = new LinkedHashSet<>();
        type.path("ticket_type_attributes").path("data").forEach(attribute -> {
            if (!attribute.path("archived").asBoolean(false)) {
                names.add(attribute.path("name").asText());
            }
        });
        return names;
    }
}
