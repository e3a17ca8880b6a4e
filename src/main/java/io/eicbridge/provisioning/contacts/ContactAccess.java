package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;

/** Gives contacts tags, companies and subscriptions, and takes them away; doing so twice has the effect of doing it once. */
public final class ContactAccess {
    private static final String LIMIT = "contact_company_limit_exceeded";
    private final ContactParameters parameters;
    private final ContactDirectory directory;

    /** Access by these parameters, of accounts and entitlements in this directory. */
    public ContactAccess(ContactParameters parameters, ContactDirectory directory) {
        this.parameters = parameters;
        this.directory = directory;
    }

    /** Account and entitlement; Rejected where nobody can give or take the entitlement. */
    public WantedAccess wanted(ProvisioningRequest request) {
        if (request.asked().entitlementType().equals("Segment")) {
            throw new Rejected(
                    "Nothing was done: Intercom computes who belongs to a segment by the segment's rules. Change"
                            + " the contact's attributes or the rules, or use a tag. " + request.context());
        }
        return new WantedAccess(directory.account(request), directory.entitlement(request), null);
    }

    /** Asks which kind of consent each subscription needs. */
    public Call askConsent(ProvisioningRequest request) {
        return RequestCalls.of(request, Call.get("/subscription_types"), request.account());
    }

    /** The access with the kind of consent; Rejected where Intercom has no such subscription. */
    public WantedAccess consent(ProvisioningRequest request, WantedAccess wanted, Answer answer) {
        for (JsonNode type : answer.body().path("data")) {
            if (Ids.text(type.path("id")).equals(wanted.entitlement().id())) {
                return wanted.with(type.path("consent_type").asText());
            }
        }
        throw new Rejected("Nothing was done: Intercom has no " + wanted.entitlement() + " any more. Import. "
                + request.context());
    }

    /** What is sent. */
    public WantedAccess prepared(ProvisioningRequest request, WantedAccess wanted) {
        boolean adds = request.operation() == Operation.ADD_ACCESS;
        Sent sent = parameters.call(
                request,
                adds ? "AddAccessJSON" : "RemoveAccessJSON",
                wanted.entitlement().type(),
                Map.of("account", ContactDisabling.account(wanted.account()), "entitlementValue", wanted.bound()));
        return wanted.sending(sent);
    }

    /** Sends it; that something is not there, or that there is no room, is an answer too. */
    public Call call(WantedAccess wanted) {
        return wanted.sent()
                .call(wanted.account())
                .repeatable()
                .accepting(RequestCalls.MALFORMED, RequestCalls.NOT_FOUND, RequestCalls.MERGED);
    }

    /** The outcome of what Intercom did. */
    public Effect done(ProvisioningRequest request, WantedAccess wanted, Answer answer) {
        ErrorAnswer error = ErrorAnswer.of(answer);
        if (error.code().equals(LIMIT)) {
            throw error.rejected("Nothing was done: the contact " + wanted.account() + " belongs to 1000 companies, and"
                    + " Intercom allows no more. Take it out of one that it does not need. " + request.context());
        }
        wanted.sent().judge(answer);
        String word = request.operation() == Operation.ADD_ACCESS ? " has " : " does not have ";
        return Effect.done(wanted.account(), "The contact " + wanted.account() + word + wanted.entitlement() + " now.");
    }

    /** Asks whether it is the contact that is not there. */
    public Call look(ProvisioningRequest request, WantedAccess wanted) {
        return RequestCalls.look(request, wanted.account());
    }

    /** The outcome where something was not there: what a live contact does not hold need not be taken from it. */
    public Effect absent(ProvisioningRequest request, WantedAccess wanted, Answer contact) {
        Absent.unless(contact, request, directory, wanted.account());
        if (request.operation() == Operation.REMOVE_ACCESS) {
            return Effect.already(
                    wanted.account(),
                    "The contact " + wanted.account() + " does not have " + wanted.entitlement() + ".");
        }
        throw new Rejected(
                "Nothing was done: Intercom has no " + wanted.entitlement()
                        + " any more. Import, and ask for one that is" + " there. " + request.context(),
                RequestCalls.NOT_FOUND,
                "not_found",
                null);
    }
}
