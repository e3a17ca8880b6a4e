package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;

/** Sees whether a request about a contact is fulfilled, where one call of Intercom's API shows it. */
public final class ContactProof implements Proof {
    private static final int[] GONE = {404, 410};
    private static final Map<String, String> LISTS =
            Map.of("Tag", "/tags", "Company", "/companies?per_page=60", "Segment", "/segments");

    @Override
    public Call question(ProvisioningRequest request) {
        String list = LISTS.get(String.valueOf(request.asked().entitlementType()));
        boolean ofAccess = request.operation().ofAccess() && list != null;
        if (!ofAccess && !ofExistence(request.operation())) {
            return null;
        }
        return Call.get("/contacts/" + CallPath.encoded(request.account()) + (ofAccess ? list : ""))
                .accepting(GONE);
    }

    private static boolean ofExistence(Operation operation) {
        return operation == Operation.ENABLE || operation == Operation.DISABLE || operation == Operation.REMOVE;
    }

    @Override
    public Finding read(ProvisioningRequest request, Answer answer) {
        boolean there = answer.status() == 200;
        boolean holds = there && holds(request, answer.body());
        boolean wanted = request.operation() == Operation.ENABLE || request.operation() == Operation.ADD_ACCESS;
        String what = request.operation().ofAccess() ? "the contact has the entitlement" : "the contact is there";
        String words = what + (holds ? "" : " not");
        return holds == wanted ? Finding.done(request.account(), words) : Finding.notDone(words);
    }

    private static boolean holds(ProvisioningRequest request, JsonNode body) {
        if (!request.operation().ofAccess()) {
            return true;
        }
        for (JsonNode held : body.path("data")) {
            boolean named = held.path("name").asText().equals(request.asked().entitlement());
            if (named || Ids.text(held.path("id")).equals(request.asked().entitlement())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean invites(ProvisioningRequest request) {
        return false;
    }
}
