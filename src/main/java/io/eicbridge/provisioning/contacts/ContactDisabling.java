package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.contacts.ContactSettings.Manner;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Map;

/**
 * Disables contacts in the configured manner. That a contact is about to become invisible is written down before Intercom is asked, so
 * that no import takes it for gone.
 */
public final class ContactDisabling {
    private static final String PARAMETER = "DisableAccountJSON";
    private final ContactParameters parameters;
    private final ContactDirectory directory;
    private final ContactSettings settings;
    private final Store store;
    private final DisabledAccounts disabled;

    /** Disabling by these parameters and settings. */
    public ContactDisabling(
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

    /** What is to be sent to the request's contact. */
    public WantedContact wanted(ProvisioningRequest request) {
        String id = directory.account(request);
        ObjectNode disabling = settings.bound(settings.disable(), true);
        Sent sent = parameters.call(request, PARAMETER, null, Map.of("account", account(id), "disabling", disabling));
        return new WantedContact(id, sent, sent.fields());
    }

    static ObjectNode account(String id) {
        return JsonNodeFactory.instance.objectNode().put("accountID", id);
    }

    /** Asks how the contact is. */
    public Call look(ProvisioningRequest request, WantedContact wanted) {
        return RequestCalls.look(request, wanted.id());
    }

    /** Whether a custom attribute is set instead of hiding the contact. */
    public boolean marks() {
        return settings.disable() == Manner.MARKER;
    }

    /** The contact to be marked. */
    public Contact found(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        return Absent.unless(answer, request, directory, wanted.id());
    }

    /** Hides the contact, null where the bridge has done so already. */
    public Call hide(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        boolean hidden = answer.status() == RequestCalls.NOT_FOUND
                && directory.disabled(request, wanted.id()).isPresent();
        if (hidden) {
            settled(request, wanted);
            return null;
        }
        Absent.unless(answer, request, directory, wanted.id());
        store.inTransaction(handle -> {
            disabled.disabling(
                    handle, request.endpoint(), wanted.id(), settings.disable().word(), request.id());
            return null;
        });
        return wanted.sent()
                .call(wanted.id())
                .repeatable()
                .accepting(RequestCalls.MALFORMED, RequestCalls.NOT_FOUND, RequestCalls.MERGED);
    }

    /** The outcome where nothing had to be sent. */
    public Effect already(WantedContact wanted) {
        return Effect.already(wanted.id(), "The contact " + wanted.id() + " is disabled already.");
    }

    /** The outcome of what Intercom did; that it is not found any more means that a try before whose answer was lost hid it. */
    public Effect hidden(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        if (answer.status() != RequestCalls.NOT_FOUND) {
            judge(request, wanted, answer);
        }
        settled(request, wanted);
        String word = settings.disable() == Manner.BLOCK ? "Blocked" : "Archived";
        return Effect.done(wanted.id(), word + " the contact " + wanted.id() + ".");
    }

    private void judge(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        try {
            wanted.judge(answer);
        } catch (Rejected refused) {
            store.inTransaction(handle -> {
                disabled.forget(handle, request.endpoint(), List.of(wanted.id()));
                return null;
            });
            throw answer.status() == RequestCalls.MERGED ? Absent.merged(answer, request, wanted.id()) : refused;
        }
    }

    private void settled(ProvisioningRequest request, WantedContact wanted) {
        store.inTransaction(handle -> {
            disabled.disabled(handle, request.endpoint(), wanted.id());
            return null;
        });
    }
}
