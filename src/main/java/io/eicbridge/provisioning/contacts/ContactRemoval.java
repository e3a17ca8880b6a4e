package io.eicbridge.provisioning.contacts;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;

/** Deletes contacts for good, which has to be switched on. */
public final class ContactRemoval {
    private final ContactParameters parameters;
    private final ContactDirectory directory;
    private final ContactSettings settings;
    private final Store store;
    private final DisabledAccounts disabled;

    /** Removal by these parameters and settings. */
    public ContactRemoval(
            ContactParameters parameters,
            ContactDirectory directory,
            ContactSettings settings,
            Store store,
            DisabledAccounts disabled) {
        this.parameters = parameters;
        this.directory = directory;
        this.settings = settings;
        this.store = store;
        this.disabled = disabled;
    }

    /** What is sent; Rejected unless the settings allow it. */
    public WantedContact wanted(ProvisioningRequest request) {
        if (!settings.deletes()) {
            throw new Rejected(
                    "Nothing was done: removing a contact deletes it in Intercom for good, which is not allowed"
                            + " here. Disable it instead, or set \"contacts.remove\" to delete. " + request.context());
        }
        String id = directory.account(request);
        Sent sent =
                parameters.call(request, "RemoveAccountJSON", null, Map.of("account", ContactDisabling.account(id)));
        return new WantedContact(id, sent, sent.fields());
    }

    /** Deletes it; that it is not there any more is an answer too. */
    public Call call(WantedContact wanted) {
        return wanted.sent().call(wanted.id()).repeatable().accepting(RequestCalls.NOT_FOUND, RequestCalls.MERGED);
    }

    /** The outcome; what the bridge had disabled is gone from now on. */
    public Effect done(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        boolean there = answer.status() != RequestCalls.NOT_FOUND && answer.status() != RequestCalls.MERGED;
        if (there) {
            wanted.judge(answer);
        }
        store.inTransaction(handle -> {
            disabled.forget(handle, request.endpoint(), List.of(wanted.id()));
            return null;
        });
        return there
                ? Effect.done(wanted.id(), "Deleted the contact " + wanted.id() + ".")
                : Effect.already(wanted.id(), "The contact " + wanted.id() + " is not in Intercom any more.");
    }
}
