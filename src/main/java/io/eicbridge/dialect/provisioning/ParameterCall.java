package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of a connection parameter. */
public final class ParameterCall {
    private final CallRequest request;
    private final CallWhen when;
    private final ResponseRules rules;
    private final TicketRule ticket;
    private final ObjectNode connection;

    /** @param connection what {@code ConnectionJSON} says of the call's connection */
    ParameterCall(CallRequest request, CallWhen when, ResponseRules rules, TicketRule ticket, ObjectNode connection) {
        this.request = request;
        this.when = when;
        this.rules = rules;
        this.ticket = ticket;
        this.connection = connection;
    }

    /** Its name, in access and entitlement parameters an entitlement type. */
    public String name() {
        return request.name();
    }

    /**
     * Whether {@code callCondition} lets it be made; true where there is none.
     *
     * @throws io.eicbridge.failure.Rejected where the condition cannot be decided
     */
    public boolean condition(Bindings bindings) {
        return when.holds(complete(bindings));
    }

    /**
     * The elements at {@code callListPath}, for each of which it is made once, bound as {@code childresponse}; empty where the call
     * has no such path.
     *
     * @throws io.eicbridge.failure.Rejected where no list stands there
     */
    public Optional<List<JsonNode>> items(Bindings bindings) {
        return when.list() == null ? Optional.empty() : Optional.of(when.items(complete(bindings)));
    }

    /**
     * The call with all values put in.
     *
     * @param bindings of the request, with {@code response} for what earlier calls answered and {@code connection} for addresses
     * @throws io.eicbridge.failure.Rejected naming what is missing or cannot stand where it is put
     */
    public RenderedCall render(Bindings bindings) {
        return request.render(complete(bindings));
    }

    /**
     * Whether an answer counts as success, by {@code unsuccessResponses} first, then {@code successResponses}; without any rule a
     * status from 200 to 299 does.
     *
     * @param body the JSON answered, null for none
     */
    public Judgement judge(int status, Map<String, String> headers, JsonNode body) {
        return rules.judge(status, body);
    }

    /** The ticket's id at {@code ticketidPath} of an answer. */
    public Optional<String> ticketId(JsonNode body) {
        return ticket.ticketId(body);
    }

    /** What the state at {@code ticketStatusPath} of an answer means. */
    public TicketState ticketState(JsonNode body) {
        return ticket.state(body);
    }

    /** All names that EIC binds, those the request lacks as null, so that an expression can ask for them. */
    private Bindings complete(Bindings bindings) {
        ObjectNode known = connection.deepCopy();
        bindings.json("connection").filter(JsonNode::isObject).ifPresent(own -> own.properties()
                .forEach(member -> known.set(member.getKey(), member.getValue())));
        return bindings.and("connection", known).orNull(BindingNames.ALL);
    }
}
