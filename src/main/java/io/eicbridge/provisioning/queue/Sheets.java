package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.dialect.provisioning.ParameterCall;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.IntercomAddresses;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Fills connection parameters in for a request, and lets no call go elsewhere than where its token belongs. */
public final class Sheets {
    private final Map<String, ConnectionParameters> parameters;
    private final URI intercom;
    private final URI scim;

    /**
     * Sheets of the endpoints' parameters.
     *
     * @param intercom the address of Intercom's API
     * @param scim the address of its SCIM server, empty where there is none
     */
    public Sheets(Map<String, ConnectionParameters> parameters, URI intercom, URI scim) {
        this.parameters = Map.copyOf(parameters);
        this.intercom = intercom;
        this.scim = scim;
    }

    /** The one call of that name that the endpoint's parameter has, any name for null; Rejected where it is not one. */
    public ParameterCall call(ProvisioningRequest request, String parameter, String name) {
        List<ParameterCall> calls =
                parameters.get(request.endpoint()).parameter(parameter).calls(name);
        if (calls.size() != 1) {
            throw new Rejected("Nothing was done: " + parameter + " of " + request.endpoint() + " has " + calls.size()
                    + " calls" + (name == null ? "" : " \"" + name + "\"") + "; allowed is one. " + request.context());
        }
        return calls.get(0);
    }

    /** The call with the request's values, and with {@code more} under names of their own. */
    public RenderedCall fill(ProvisioningRequest request, ParameterCall call, Map<String, JsonNode> more) {
        ObjectNode connection = JsonNodeFactory.instance.objectNode();
        connection.put("url", intercom.toString()).put("scimUrl", scim.toString());
        Bindings bindings = Bindings.members(request.bindings()).and("connection", connection);
        for (Map.Entry<String, JsonNode> one : more.entrySet()) {
            bindings = bindings.and(one.getKey(), one.getValue());
        }
        return call.render(bindings);
    }

    /** A filled call as one to Intercom's API; Rejected for another address. */
    public Call toIntercom(ProvisioningRequest request, RenderedCall filled) {
        return own(request, filled, filled.pathUnder(IntercomAddresses.of(intercom)));
    }

    /** A filled call as one to the SCIM server; Rejected for another address. */
    public Call toScim(ProvisioningRequest request, RenderedCall filled) {
        return own(request, filled, filled.pathUnder(List.of(scim.toString())));
    }

    private static Call own(ProvisioningRequest request, RenderedCall filled, String path) {
        return own(request, Call.write(filled.method(), path, filled.body()));
    }

    /** A call on behalf of a request. */
    public static Call own(ProvisioningRequest request, Call call) {
        String account = request.account() == null ? "" : request.account();
        return call.forRun("", request.endpoint()).forAccount(account).forRequest(request.id());
    }
}
