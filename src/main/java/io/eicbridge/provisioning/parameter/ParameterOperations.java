package io.eicbridge.provisioning.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.dialect.provisioning.ConnectionParameter;
import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.dialect.provisioning.Judgement;
import io.eicbridge.dialect.provisioning.ParameterRun;
import io.eicbridge.dialect.provisioning.RenderedCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;
import java.util.Optional;

/** Runs the calls of the parameter of a request's operation, in order, and judges each answer as the parameter says. */
public final class ParameterOperations {
    private final Map<String, ConnectionParameters> parameters;
    private final ForeignCalls foreign;
    private final SingleSteps steps;
    private final Calls calls;

    /**
     * Runs the parameters of these endpoints.
     *
     * @param foreign makes calls to Intercom of what a parameter renders
     * @param steps keeps calls from being made twice
     */
    public ParameterOperations(
            Map<String, ConnectionParameters> parameters, ForeignCalls foreign, SingleSteps steps, Calls calls) {
        this.parameters = Map.copyOf(parameters);
        this.foreign = foreign;
        this.steps = steps;
        this.calls = calls;
    }

    /**
     * Carries a request out.
     *
     * @throws Rejected where the parameter, a call or a value is missing, a call goes elsewhere, or an answer is a failure by the
     *     parameter's own rules
     */
    public Effect carryOut(ProvisioningRequest request) {
        String name = ParameterNames.of(request.operation());
        ConnectionParameter parameter = parameters.get(request.endpoint()).parameter(name);
        ParameterRun run = parameter.run(callName(request), bindings(request));
        int sent = 0;
        for (Optional<RenderedCall> call = run.next(); call.isPresent(); call = run.next()) {
            sent++;
            send(request, run, call.get(), sent);
        }
        String id = parameter.accountId(run.responses().json()).orElse(request.account());
        return sent == 0
                ? Effect.already(id, "No call of " + name + " applies.")
                : Effect.done(id, sent + " calls of " + name + " were made.");
    }

    private void send(ProvisioningRequest request, ParameterRun run, RenderedCall call, int number) {
        Answer answer = steps.once(request, call, number, () -> calls.send(foreign.of(request, call)));
        JsonNode body = answer.body().isMissingNode() ? null : answer.body();
        Judgement judgement = run.answered(answer.status(), Map.of(), body);
        if (!judgement.success()) {
            steps.failed(request, call, number, answer);
            throw new Rejected(
                    "The call \"" + call.name() + "\" failed: Intercom answered " + answer.status() + ", and "
                            + judgement.reason() + ". " + request.context(),
                    answer.status(),
                    "",
                    answer.requestId());
        }
    }

    /** Calls of access and entitlement parameters are chosen by the type of the entitlement. */
    private static String callName(ProvisioningRequest request) {
        boolean byType = request.operation().ofAccess() || request.operation().ofEntitlement();
        return byType ? request.asked().entitlementType() : null;
    }

    private static Bindings bindings(ProvisioningRequest request) {
        ObjectNode bound = JsonNodeFactory.instance.objectNode();
        bound.setAll(request.bindings());
        if (request.account() != null && !(bound.get("account") instanceof ObjectNode)) {
            bound.putObject("account").put("accountID", request.account());
        }
        if (request.asked().entitlement() != null && !(bound.get("entitlementValue") instanceof ObjectNode)) {
            bound.putObject("entitlementValue")
                    .put("entitlementID", request.asked().entitlement())
                    .put("entitlement_value", request.asked().entitlement());
        }
        return Bindings.members(bound);
    }
}
