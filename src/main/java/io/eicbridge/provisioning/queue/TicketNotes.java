package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Calls;
import io.eicbridge.intercom.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the bridge writes into tickets, as the teammate whose token it has. */
final class TicketNotes {
    private final Calls calls;
    private volatile String author;

    TicketNotes(Calls calls) {
        this.calls = calls;
    }

    /** A note, which only teammates see. */
    List<Call> note(QueueCheck check, String text) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("message_type", "note")
                .put("type", "admin")
                .put("admin_id", author())
                .put("body", text);
        return List.of(own(check, Call.write("POST", path(check) + "/reply", body)));
    }

    /** The ticket open again and, after it, a note that says why. */
    List<Call> reopen(QueueCheck check, String text) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("open", true).put("admin_id", author());
        openState(check.ticket()).ifPresent(state -> body.put("ticket_state_id", state));
        List<Call> both = new ArrayList<>();
        both.add(own(check, Call.write("PUT", path(check), body).repeatable()));
        both.addAll(note(check, text));
        return both;
    }

    /** A state of the ticket's type in which it is not done: the first one, or the one it had before. */
    private static Optional<String> openState(JsonNode ticket) {
        JsonNode states = ticket.path("ticket_type").path("ticket_states").path("data");
        Stream<String> ofType = StreamSupport.stream(states.spliterator(), false)
                .filter(state -> state.path("category").asText().equals("submitted"))
                .map(state -> Ids.text(state.path("id")));
        return Stream.concat(ofType, Stream.of(Ids.text(ticket.path("previous_ticket_state_id"))))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    private String author() {
        String known = author;
        if (known == null) {
            known = Ids.text(calls.send(Call.get("/me")).body().path("id"));
            author = known;
        }
        return known;
    }

    private static String path(QueueCheck check) {
        return "/tickets/" + CallPath.encoded(check.item().ticket());
    }

    private static Call own(QueueCheck check, Call call) {
        return Sheets.own(check.request(), call);
    }
}
