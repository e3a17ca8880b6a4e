package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.dialect.provisioning.ConnectionParameter;
import io.eicbridge.dialect.provisioning.ParameterCall;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts the values of requests into the calls of the contacts' connection parameters. */
public final class ContactParameters {
    private final Function<String, Optional<ConnectionParameter>> parameters;
    private final List<String> bases;

    /**
     * Parameters that are found by their names.
     *
     * @param bases addresses under which calls may go, the first of which is bound as {@code connection.url}
     */
    public ContactParameters(Function<String, Optional<ConnectionParameter>> parameters, List<String> bases) {
        this.parameters = parameters;
        this.bases = List.copyOf(bases);
    }

    /**
     * The one call of a parameter that a request makes.
     *
     * @param name of the parameter, for instance {@code CreateAccountJSON}
     * @param callName the call, null where the parameter has one of any name
     * @param known bindings that the bridge knows better than the caller, by name
     * @throws Rejected where there is no such parameter, not exactly one such call, or a value is missing
     */
    Sent call(ProvisioningRequest request, String name, String callName, Map<String, ObjectNode> known) {
        Bindings bindings = bindings(request, known);
        List<ParameterCall> calls = parameter(name, request).calls(callName).stream()
                .filter(call -> call.condition(bindings))
                .toList();
        if (calls.size() != 1) {
            throw new Rejected("Nothing was done: the connection parameter " + name + " has " + calls.size()
                    + (callName == null ? "" : " \"" + callName + "\"") + " calls for this, and exactly one is made. "
                    + request.context());
        }
        ParameterCall call = calls.get(0);
        RenderedCall rendered = call.render(bindings);
        return new Sent(request, call, rendered.method(), rendered.pathUnder(bases), rendered.body());
    }

    private ConnectionParameter parameter(String name, ProvisioningRequest request) {
        return parameters
                .apply(name)
                .orElseThrow(() ->
                        new Rejected("Nothing was done: the folder of the endpoint's connection parameters has no "
                                + name + ".json, which says what is sent. " + request.context()));
    }

    private Bindings bindings(ProvisioningRequest request, Map<String, ObjectNode> known) {
        ObjectNode connection = JsonNodeFactory.instance.objectNode().put("url", bases.get(0));
        Bindings bindings = Bindings.of("connection", connection);
        for (Map.Entry<String, JsonNode> bound : request.bindings().properties()) {
            bindings = bound.getKey().equals("connection") ? bindings : bindings.and(bound.getKey(), bound.getValue());
        }
        for (Map.Entry<String, ObjectNode> better : known.entrySet()) {
            ObjectNode merged = JsonNodeFactory.instance.objectNode();
            if (request.bindings().get(better.getKey()) instanceof ObjectNode asked) {
                merged.setAll(asked);
            }
            bindings = bindings.and(better.getKey(), merged.setAll(better.getValue()));
        }
        return bindings;
    }
}
