package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.provisioning.Judgement;
import io.eicbridge.dialect.provisioning.ParameterCall;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;

/**
 * A call of a connection parameter with a request's values put in.
 *
 * @param path path and query below the address of Intercom
 * @param body what is sent, null for nothing
 */
record Sent(ProvisioningRequest request, ParameterCall parameter, String method, String path, JsonNode body) {

    /** What is sent as an object of fields, empty where it is none. */
    ObjectNode fields() {
        return body instanceof ObjectNode fields ? fields : JsonNodeFactory.instance.objectNode();
    }

    /** The call as it stands, about this account; sent once unless it is made repeatable. */
    Call call(String account) {
        return call(account, body);
    }

    /** Likewise with another body. */
    Call call(String account, JsonNode other) {
        Call call = method.equals("GET") ? Call.get(path) : Call.write(method, path, other);
        return RequestCalls.of(request, call, account);
    }

    /** Rejected where the parameter does not count the answer as a success. */
    void judge(Answer answer) {
        Judgement judgement = parameter.judge(answer.status(), Map.of(), answer.body());
        if (!judgement.success()) {
            throw new Rejected(
                    ErrorAnswer.of(answer).words() + ", which the connection parameter does not count as a success: "
                            + judgement.reason() + " " + request.context(),
                    answer.status(),
                    ErrorAnswer.of(answer).code(),
                    answer.requestId());
        }
    }

    /** Without the values, which are personal. */
    @Override
    public String toString() {
        return "Sent[" + method + "]";
    }
}
