package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.AttributePath;
import io.eicbridge.dialect.ResponseColumns;
import io.eicbridge.dialect.Unmappable;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.failure.Rejected;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A checked provisioning parameter of one endpoint, for instance its {@code CreateAccountJSON}. */
public final class ConnectionParameter {
    private final String name;
    private final List<ParameterCall> calls;
    private final AttributePath accountId;
    private final ResponseColumns properties;

    ConnectionParameter(String name, List<ParameterCall> calls, AttributePath accountId, ResponseColumns properties) {
        this.name = name;
        this.calls = List.copyOf(calls);
        this.accountId = accountId;
        this.properties = properties;
    }

    /** The name EIC gives it. */
    public String name() {
        return name;
    }

    /** All calls in their order. */
    public List<ParameterCall> calls() {
        return calls;
    }

    /** The calls of this name in their order, all of them for null; for access the name is the entitlement type. */
    public List<ParameterCall> calls(String callName) {
        return callName == null
                ? calls
                : calls.stream().filter(call -> call.name().equals(callName)).toList();
    }

    /**
     * The calls of this name for one request, in order, with conditions and lists followed.
     *
     * @param callName the entitlement type, null for all calls
     * @throws Rejected where no call has this name
     */
    public ParameterRun run(String callName, Bindings bindings) {
        List<ParameterCall> chosen = calls(callName);
        if (chosen.isEmpty()) {
            throw new Rejected(name + " has no call \"" + callName + "\". Add one, named as the entitlement type");
        }
        return new ParameterRun(chosen, bindings);
    }

    /**
     * The account's id at {@code accountIdPath}, empty where the parameter has none or the answers have nothing there.
     *
     * @param responses what {@link Responses#json} gives
     */
    public Optional<String> accountId(JsonNode responses) {
        return Optional.ofNullable(accountId == null ? null : accountId.in(responses))
                .filter(found -> found.isValueNode() && !found.isNull())
                .map(JsonNode::asText);
    }

    /**
     * Columns of the account and what the answers say of them, by {@code responseColsToPropsMap}.
     *
     * @throws Rejected for a value that is not of the type the map says
     */
    public Map<String, String> properties(JsonNode responses) {
        try {
            return properties.values(responses);
        } catch (Unmappable wrong) {
            throw new Rejected(name + " /responseColsToPropsMap: " + wrong.getMessage());
        }
    }
}
