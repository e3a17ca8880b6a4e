package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import java.util.Map;

/** Gives a contact the wanted values; only those are sent that Intercom does not have. */
public final class ContactUpdate {
    private final ContactParameters parameters;
    private final ContactDirectory directory;

    /** Updates by these parameters of accounts in this directory. */
    public ContactUpdate(ContactParameters parameters, ContactDirectory directory) {
        this.parameters = parameters;
        this.directory = directory;
    }

    /** What the contact is to be like. */
    public WantedContact wanted(ProvisioningRequest request) {
        String id = directory.account(request);
        ObjectNode account = JsonNodeFactory.instance.objectNode().put("accountID", id);
        Sent sent = parameters.call(request, "UpdateAccountJSON", null, Map.of("account", account));
        if (!(sent.body() instanceof ObjectNode fields)) {
            throw new Rejected("Nothing was done: UpdateAccountJSON sends no JSON object. " + request.context());
        }
        return new WantedContact(id, sent, fields);
    }

    /** Asks how the contact is. */
    public Call look(ProvisioningRequest request, WantedContact wanted) {
        return RequestCalls.look(request, wanted.id());
    }

    /** The contact as it is; Rejected where there is none to be updated. */
    public Contact found(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        return Absent.unless(answer, request, directory, wanted.id());
    }

    /** Sends what differs, null where nothing does. */
    public Call write(ProvisioningRequest request, WantedContact wanted, Contact contact) {
        ObjectNode different = ContactDifference.of(wanted.fields(), contact.json());
        if (different.path("role").asText("").equals("lead")) {
            throw new Rejected("Nothing was done: the contact " + contact.id()
                    + " is a user, and Intercom never makes a lead of a user. " + request.context());
        }
        if (different.isEmpty()) {
            return null;
        }
        Call call = wanted.id() == null
                ? RequestCalls.of(request, Call.write("PUT", "/contacts/" + contact.id(), different), contact.id())
                : wanted.sent().call(contact.id(), different);
        return call.repeatable().accepting(RequestCalls.MALFORMED, RequestCalls.CONFLICT);
    }

    /** The outcome where nothing had to be sent. */
    public Effect already(Contact contact) {
        return Effect.already(contact.id(), "The contact " + contact.id() + " has all these values already.");
    }

    /** The outcome of what Intercom did. */
    public Effect written(ProvisioningRequest request, WantedContact wanted, Contact contact, Answer answer) {
        if (answer.status() == RequestCalls.CONFLICT) {
            throw ErrorAnswer.of(answer)
                    .rejected("Nothing was done: another contact has this e-mail address or external_id. "
                            + ErrorAnswer.of(answer).words() + ". Correct one of the two, or merge them in Intercom. "
                            + request.context());
        }
        wanted.judge(answer);
        return Effect.done(contact.id(), "Updated the contact " + contact.id() + ".");
    }
}
