package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.CallPath;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;

/** Creates, renames and deletes tags and companies; each looks first, so that nobody else's is overwritten. */
public final class EntitlementTasks {
    private static final Map<Operation, String> PARAMETERS = Map.of(
            Operation.CREATE_ENTITLEMENT, "CreateEntitlementJSON",
            Operation.UPDATE_ENTITLEMENT, "UpdateEntitlementJSON",
            Operation.DELETE_ENTITLEMENT, "DeleteEntitlementJSON");
    private final ContactParameters parameters;
    private final ContactDirectory directory;

    /** Tasks by these parameters, about entitlements in this directory. */
    public EntitlementTasks(ContactParameters parameters, ContactDirectory directory) {
        this.parameters = parameters;
        this.directory = directory;
    }

    /** What is sent; Rejected for what Intercom alone makes. */
    public WantedEntitlement wanted(ProvisioningRequest request) {
        String type = request.asked().entitlementType();
        if (!type.equals("Tag") && !type.equals("Company")) {
            throw new Rejected("Nothing was done: Intercom's API makes, renames and deletes no " + type
                    + ". A person does that, in Intercom. " + request.context());
        }
        Entitlement entitlement =
                request.operation() == Operation.CREATE_ENTITLEMENT ? created(request) : directory.entitlement(request);
        Sent sent = parameters.call(
                request, PARAMETERS.get(request.operation()), type, Map.of("entitlementValue", entitlement.bound()));
        return new WantedEntitlement(entitlement, sent);
    }

    private static Entitlement created(ProvisioningRequest request) {
        String name = request.asked().entitlement().strip();
        ObjectNode bound = JsonNodeFactory.instance.objectNode().put("entitlement_value", name);
        return new Entitlement(request.asked().entitlementType(), null, bound);
    }

    /** Asks what there is already. */
    public Call look(ProvisioningRequest request, WantedEntitlement wanted) {
        Call call = Call.get(place(wanted)).accepting(RequestCalls.NOT_FOUND);
        return RequestCalls.of(request, call, null);
    }

    private static String place(WantedEntitlement wanted) {
        boolean tag = wanted.entitlement().type().equals("Tag");
        if (wanted.entitlement().id() != null) {
            return (tag ? "/tags/" : "/companies/")
                    + CallPath.encoded(wanted.entitlement().id());
        }
        return tag ? "/tags" : "/companies?company_id=" + CallPath.encoded(wanted.field("company_id"));
    }

    /** Sends it, null where it is so already; Rejected where there is nothing to work on, or another has the identity. */
    public Call call(ProvisioningRequest request, WantedEntitlement wanted, Answer found) {
        JsonNode present = present(wanted, found);
        boolean there = !present.isMissingNode();
        boolean creates = request.operation() == Operation.CREATE_ENTITLEMENT;
        boolean deletes = request.operation() == Operation.DELETE_ENTITLEMENT;
        boolean named = present.path("name").asText().equals(wanted.field("name"));
        if (deletes ? !there : named && there || creates && there && wanted.isTag()) {
            return null;
        }
        if (creates && there) {
            throw new Rejected("Nothing was done: the company_id is that of a company with another name, "
                    + Ids.text(present.path("id")) + ". Rename that one instead. " + request.context());
        }
        if (!creates && !there) {
            throw new Rejected("Nothing was done: Intercom has no " + wanted.entitlement() + " any more. Import. "
                    + request.context());
        }
        return wanted.sent().call(null).repeatable().accepting(RequestCalls.MALFORMED, RequestCalls.NOT_FOUND);
    }

    /** What Intercom has; tags are the same whatever the case of their letters. */
    private static JsonNode present(WantedEntitlement wanted, Answer found) {
        if (found.status() == RequestCalls.NOT_FOUND) {
            return JsonNodeFactory.instance.missingNode();
        }
        if (!found.body().path("data").isArray()) {
            return found.body();
        }
        for (JsonNode tag : found.body().path("data")) {
            if (tag.path("name").asText().equalsIgnoreCase(wanted.field("name"))) {
                return tag;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    /** The outcome where nothing had to be sent. */
    public Effect already(WantedEntitlement wanted, Answer found) {
        JsonNode present = present(wanted, found);
        String id = present.isMissingNode() ? wanted.entitlement().id() : Ids.text(present.path("id"));
        return Effect.already(
                id,
                wanted.entitlement().type() + " " + id
                        + (present.isMissingNode() ? " is gone already." : " is so already."));
    }

    /** The outcome of what Intercom did. */
    public Effect done(ProvisioningRequest request, WantedEntitlement wanted, Answer answer) {
        ErrorAnswer error = ErrorAnswer.of(answer);
        if (error.code().equals("tag_has_dependent_objects")) {
            throw error.rejected("Nothing was done: something in Intercom depends on the tag. " + error.words()
                    + ". Take the tag out of it first. " + request.context());
        }
        boolean gone = request.operation() == Operation.DELETE_ENTITLEMENT && answer.status() == RequestCalls.NOT_FOUND;
        if (!gone) {
            wanted.sent().judge(answer);
        }
        String told = Ids.text(answer.body().path("id"));
        String id =
                wanted.entitlement().id() == null ? told : wanted.entitlement().id();
        return Effect.done(
                id,
                wanted.entitlement().type() + " " + id + ": "
                        + request.operation().word() + " done.");
    }
}
