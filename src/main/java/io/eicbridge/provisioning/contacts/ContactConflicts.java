package io.eicbridge.provisioning.contacts;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes over a contact that Intercom says exists already, where it is the wanted one; one that is archived is brought back first. */
public final class ContactConflicts {
    private static final String STEP = "unarchive-";
    private static final Pattern ID = Pattern.compile("id=([0-9A-Za-z-]{1,64})");
    private final Store store;
    private final Intents intents;
    private final DisabledAccounts disabled;

    /** Conflicts whose steps are kept in this store. */
    public ContactConflicts(Store store, Intents intents, DisabledAccounts disabled) {
        this.store = store;
        this.intents = intents;
        this.disabled = disabled;
    }

    /** Which contact the answer to a create speaks of; Rejected where it names none. */
    public ContactConflict read(ProvisioningRequest request, Answer answer) {
        String message = answer.body().path("errors").path(0).path("message").asText("");
        Matcher id = ID.matcher(message);
        if (!id.find()) {
            throw ErrorAnswer.of(answer)
                    .rejected("Nothing was done: Intercom has such a contact already and does not say which. "
                            + ErrorAnswer.of(answer).words() + " " + request.context());
        }
        return new ContactConflict(id.group(1), message.toLowerCase(Locale.ROOT).contains("archived"));
    }

    /** Brings an archived contact back; that this was done is written down first, because only then its external id can be seen. */
    public Call bringBack(ProvisioningRequest request, ContactConflict conflict) {
        store.inTransaction(handle -> {
            disabled.enabling(handle, request.endpoint(), conflict.id());
            return intents.begin(handle, request.id(), STEP + conflict.id(), conflict.id());
        });
        return RequestCalls.of(
                        request, Call.write("POST", "/contacts/" + conflict.id() + "/unarchive", null), conflict.id())
                .repeatable()
                .accepting(RequestCalls.MALFORMED);
    }

    /** Rejected where Intercom does not bring the contact back. */
    public void back(ProvisioningRequest request, ContactConflict conflict, Answer answer) {
        if (answer.status() == RequestCalls.MALFORMED) {
            hidden(request, conflict);
            throw ErrorAnswer.of(answer)
                    .rejected("Nothing was done: the contact " + conflict.id()
                            + " has this identity already, is archived, and"
                            + " Intercom does not bring it back. "
                            + ErrorAnswer.of(answer).words() + " "
                            + request.context());
        }
    }

    /** Asks how the contact is. */
    public Call look(ProvisioningRequest request, ContactConflict conflict) {
        return RequestCalls.look(request, conflict.id());
    }

    /** Archives a contact again that was brought back and turned out to be another's, null where nothing is to be put back. */
    public Call putBack(ProvisioningRequest request, WantedContact wanted, ContactConflict conflict, Answer answer) {
        boolean broughtBack = store.read(handle -> intents.find(handle, request.id(), STEP + conflict.id()))
                .isPresent();
        if (!broughtBack || answer.status() != 200 || wanted.mayBe(new Contact(answer.body()))) {
            return null;
        }
        return RequestCalls.of(
                        request, Call.write("POST", "/contacts/" + conflict.id() + "/archive", null), conflict.id())
                .repeatable()
                .accepting(RequestCalls.NOT_FOUND);
    }

    /** Keeps that the contact is as hidden as it was, so that one that the bridge had disabled counts as disabled and not as on its way back. */
    public void hidden(ProvisioningRequest request, ContactConflict conflict) {
        store.inTransaction(handle -> {
            disabled.disabled(handle, request.endpoint(), conflict.id());
            return null;
        });
    }

    /** The contact to be taken over; Rejected where it is another's. */
    public Contact adoptable(
            ProvisioningRequest request, WantedContact wanted, ContactConflict conflict, Answer answer) {
        Contact contact = new Contact(answer.body());
        if (answer.status() == 200 && wanted.mayBe(contact)) {
            return contact;
        }
        String why = answer.status() == 200
                ? "has another external_id, so it is somebody else's"
                : "cannot be read; it was deleted or merged meanwhile";
        throw new Rejected(
                "Nothing was done: Intercom says that the contact " + conflict.id()
                        + " has this e-mail address or external_id"
                        + " already, which " + why + ". Correct one of the two, or merge them in Intercom. "
                        + request.context(),
                RequestCalls.CONFLICT,
                "conflict",
                answer.requestId());
    }
}
