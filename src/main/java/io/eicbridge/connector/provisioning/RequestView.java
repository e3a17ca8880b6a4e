package io.eicbridge.connector.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.connector.Catalogue;
import io.eicbridge.connector.Methods;
import io.eicbridge.connector.Refusals;
import io.eicbridge.connector.Request;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.time.Instant;

/** Shows requests to callers, without what they bind, which is personal data. */
public final class RequestView {
    private static final int NUMBER = 4;
    private final Catalogue catalogue;

    /** Requests of the catalogue's endpoints. */
    public RequestView(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The endpoint that a path names; {@code Rejected} with 404 where there is none of that name. */
    public String endpoint(Request request) {
        Methods.check(request);
        return catalogue.population(request).endpoint();
    }

    /** The number of the request that a path names; {@code Rejected} with 404 where it is none. */
    public long number(Request request) {
        endpoint(request);
        return RequestNumbers.read(request.segments().get(NUMBER), "request");
    }

    /** One request of the endpoint that was called; {@code Rejected} with 404 where it is of another one. */
    public String one(Request call, ProvisioningRequest request) {
        if (!request.endpoint().equals(call.endpoint())) {
            throw Refusals.unknown("There is no request " + request.id() + " of " + call.endpoint() + ".");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("errorCode", "0");
        json.put("requestId", Long.toString(request.id()));
        return json.setAll(told(request)).toString();
    }

    /** {@code id, endpoint, operation, account, entitlementType, entitlement, state, attempt, tries, times, reason, message}. */
    public static ObjectNode told(ProvisioningRequest request) {
        ObjectNode json = asked(JsonNodeFactory.instance.objectNode().put("id", request.id()), request.asked());
        return json.put("accountId", request.accountId())
                .put("state", request.state().word())
                .put("attempt", request.attempt())
                .put("tries", request.tries())
                .put("createdAt", text(request.createdAt()))
                .put("dueAt", text(request.dueAt()))
                .put("endedAt", text(request.endedAt()))
                .put("reason", Reasons.bare(request.reason()))
                .put("message", Reasons.bare(request.message()))
                .put("intercomRequestId", request.intercomRequestId());
    }

    private static ObjectNode asked(ObjectNode json, NewRequest asked) {
        return json.put("endpoint", asked.endpoint())
                .put("caller", asked.caller())
                .put("key", asked.key())
                .put("operation", asked.operation().word())
                .put("account", asked.account())
                .put("entitlementType", asked.entitlementType())
                .put("entitlement", asked.entitlement())
                .put("retries", asked.owner().word());
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
