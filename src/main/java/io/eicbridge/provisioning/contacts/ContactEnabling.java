package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.directory.DisabledAccount;
import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.provisioning.contacts.ContactSettings.Manner;
import io.eicbridge.store.Store;
import java.util.Map;
import java.util.Optional;

/** Enables contacts: takes a mark off, brings an archived one back, or lets a person do it where Intercom's API cannot. */
public final class ContactEnabling {
    private static final String PARAMETER = "EnableAccountJSON";
    private final ContactParameters parameters;
    private final ContactDirectory directory;
    private final ContactSettings settings;
    private final Store store;
    private final DisabledAccounts disabled;

    /** Enabling by these parameters and settings. */
    public ContactEnabling(
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

    /** Asks how the request's contact is. */
    public Call look(ProvisioningRequest request) {
        return RequestCalls.look(request, directory.account(request));
    }

    /**
     * What has to be done, in one word: {@code unmark}, {@code restore}, {@code person} for a blocked contact, or {@code nothing}. That
     * a person is asked is written down: whoever sees the contact live from then on need not be surprised.
     *
     * @throws io.eicbridge.failure.Rejected where the contact was merged into another
     */
    public String way(ProvisioningRequest request, Answer answer) {
        if (answer.status() == RequestCalls.MERGED) {
            throw Absent.merged(answer, request, directory.account(request));
        }
        if (answer.status() == RequestCalls.NOT_FOUND) {
            return blocked(request) ? asked(request) : "restore";
        }
        return settings.marker().isEmpty() || !marked(answer) ? "nothing" : "unmark";
    }

    private String asked(ProvisioningRequest request) {
        enabling(request, directory.account(request));
        return "person";
    }

    private void enabling(ProvisioningRequest request, String id) {
        store.inTransaction(handle -> {
            disabled.enabling(handle, request.endpoint(), id);
            return null;
        });
    }

    private boolean marked(Answer answer) {
        String mark =
                answer.body().path("custom_attributes").path(settings.marker()).asText("");
        return mark.equalsIgnoreCase("true");
    }

    private boolean blocked(ProvisioningRequest request) {
        Optional<DisabledAccount> known = directory.disabled(request, directory.account(request));
        return known.filter(account -> account.manner().equals(Manner.BLOCK.word()))
                .isPresent();
    }

    /** What is sent to take the mark off. */
    public WantedContact unmarked(ProvisioningRequest request) {
        return wanted(request, Manner.MARKER);
    }

    /** The contact whose mark is taken off. */
    public Contact found(Answer answer) {
        return new Contact(answer.body());
    }

    /** What is sent to bring an archived contact back. */
    public WantedContact restored(ProvisioningRequest request) {
        return wanted(request, Manner.ARCHIVE);
    }

    private WantedContact wanted(ProvisioningRequest request, Manner manner) {
        String id = directory.account(request);
        ObjectNode disabling = settings.bound(manner, false);
        Sent sent = parameters.call(
                request, PARAMETER, null, Map.of("account", ContactDisabling.account(id), "disabling", disabling));
        return new WantedContact(id, sent, sent.fields());
    }

    /** Brings it back; whoever sees it live from now on need not be surprised. */
    public Call restore(ProvisioningRequest request, WantedContact wanted) {
        enabling(request, wanted.id());
        return wanted.sent()
                .call(wanted.id())
                .repeatable()
                .accepting(RequestCalls.MALFORMED, RequestCalls.NOT_FOUND, RequestCalls.MERGED);
    }

    /** The outcome of what Intercom did. */
    public Effect done(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        if (answer.status() == RequestCalls.MERGED) {
            throw Absent.merged(answer, request, wanted.id());
        }
        if (answer.status() / 100 != 2) {
            String why = answer.status() == RequestCalls.NOT_FOUND
                    ? "was deleted, or is no contact of this workspace"
                    : "does not come back. It was merged or blocked; a blocked one can be unblocked by a person, in Intercom";
            throw ErrorAnswer.of(answer)
                    .rejected("Nothing was done: the contact " + wanted.id() + " " + why + ". "
                            + ErrorAnswer.of(answer).words() + " " + request.context());
        }
        wanted.judge(answer);
        return Effect.done(wanted.id(), "Brought the contact " + wanted.id() + " back.");
    }

    /** The outcome where nothing had to be done. */
    public Effect already(ProvisioningRequest request) {
        String id = directory.account(request);
        enabling(request, id);
        return Effect.already(id, "The contact " + id + " is enabled already.");
    }
}
