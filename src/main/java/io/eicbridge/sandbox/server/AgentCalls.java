package io.eicbridge.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.answers.Asked;
import io.eicbridge.sandbox.answers.Endpoint;
import io.eicbridge.sandbox.answers.JsonBytes;
import io.eicbridge.sandbox.tickets.Agent;
import io.eicbridge.sandbox.tickets.Ticket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A support agent's hand under {@code /sandbox}, for other processes. */
final class AgentCalls {
    private final Agent agent;

    AgentCalls(Agent agent) {
        this.agent = agent;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.of("GET", "/sandbox/tickets", (asked, none, out) -> tickets(out)),
                ControlCalls.does("POST", "/sandbox/tickets/{id}/resolve", asked -> agent.resolve(id(asked))),
                ControlCalls.does("POST", "/sandbox/tickets/{id}/reopen", asked -> agent.reopen(id(asked))),
                ControlCalls.does(
                        "POST",
                        "/sandbox/tickets/{id}/note",
                        asked -> agent.note(id(asked), ControlCalls.text(asked, "body"))),
                ControlCalls.does("PUT", "/sandbox/tickets/{id}", this::change),
                ControlCalls.does("DELETE", "/sandbox/tickets/{id}", asked -> agent.delete(id(asked))),
                ControlCalls.does("PUT", "/sandbox/jobs", this::jobs),
                Endpoint.of("POST", "/sandbox/ticket_states", (asked, none, out) -> out.raw("{\"id\":")
                        .text(addState(asked))
                        .raw("}")));
    }

    private void change(Asked asked) {
        JsonNode body = asked.body();
        if (body.has("state")) {
            agent.move(id(asked), body.path("state").asText());
        }
        if (body.has("open")) {
            agent.open(id(asked), body.path("open").booleanValue());
        }
    }

    private void jobs(Asked asked) {
        agent.jobs(
                asked.body().path("polls").asInt(2), asked.body().path("fail").asBoolean());
    }

    private String addState(Asked asked) {
        Set<String> types = new TreeSet<>();
        asked.body().path("ticket_types").forEach(type -> types.add(type.asText()));
        return agent.addState(ControlCalls.text(asked, "category"), ControlCalls.text(asked, "label"), types);
    }

    /** Ids alone: the API tells the rest. */
    private void tickets(JsonBytes out) {
        out.raw("{\"ids\":[");
        boolean first = true;
        for (Ticket ticket : agent.tickets()) {
            out.comma(first).text(String.valueOf(ticket.id()));
            first = false;
        }
        out.raw("]}");
    }

    private static String id(Asked asked) {
        return asked.variable("id");
    }
}
