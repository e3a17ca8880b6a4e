package io.eicbridge.provisioning.contacts;

import io.eicbridge.directory.DisabledAccounts;
import io.eicbridge.failure.Rejected;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes over a contact that Intercom says exists already, where it is the wanted one; one that is archived is brought back first. */
public final class ContactConflicts {
    private static final String STEP = "unarchive";
    /** What the step's result begins with once the contact is archived again; before it, the result is the other external id alone. */
    private static final String PUT_BACK = "put back: ";
    /** For so long nobody brings an archived contact back to see whose it is who has just seen that. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final Pattern ID = Pattern.compile("id=([0-9A-Za-z-]+)");
    private final Store store;
    private final Intents intents;
    private final DisabledAccounts disabled;
    private final Clock clock;

    /** Conflicts whose steps are kept in this store. */
    public ContactConflicts(Store store, Intents intents, DisabledAccounts disabled, Clock clock) {
        this.store = store;
        this.intents = intents;
        this.disabled = disabled;
        this.clock = clock;
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

    /**
     * Brings an archived contact back; that this was done is written down first, because only then its external id can be seen.
     *
     * @throws Rejected where a try that ended too soon has seen that it is another's
     */
    public Call bringBack(ProvisioningRequest request, WantedContact wanted, ContactConflict conflict) {
        step(request, conflict)
                .filter(step -> step.known() && isAnothers(step.result(), wanted))
                .filter(step -> step.begunAt().plus(REMEMBERED).isAfter(clock.instant()))
                .ifPresent(step -> {
                    throw anothers(request, conflict, null);
                });
        store.inTransaction(handle -> {
            disabled.enabling(handle, request.endpoint(), conflict.id());
            intents.beginAnew(handle, request.id(), STEP, conflict.id());
            return null;
        });
        return RequestCalls.of(
                        request, Call.write("POST", "/contacts/" + conflict.id() + "/unarchive", null), conflict.id())
                .repeatable()
                .accepting(RequestCalls.MALFORMED);
    }

    private static boolean isAnothers(String seen, WantedContact wanted) {
        String externalId = seen.startsWith(PUT_BACK) ? seen.substring(PUT_BACK.length()) : seen;
        return !wanted.externalId().equals(externalId);
    }

    private Optional<Intent> step(ProvisioningRequest request, ContactConflict conflict) {
        return store.read(handle -> intents.find(handle, request.id(), STEP))
                .filter(step -> step.detail().equals(conflict.id()));
    }

    /** Rejected where Intercom does not bring the contact back. */
    public void back(ProvisioningRequest request, ContactConflict conflict, Answer answer) {
        if (answer.status() == RequestCalls.MALFORMED) {
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
        boolean broughtBack = step(request, conflict)
                .filter(step -> !step.known() || !step.result().startsWith(PUT_BACK))
                .isPresent();
        if (!broughtBack || answer.status() != 200 || wanted.mayBe(new Contact(answer.body()))) {
            return null;
        }
        note(request, new Contact(answer.body()).externalId());
        return RequestCalls.of(
                        request, Call.write("POST", "/contacts/" + conflict.id() + "/archive", null), conflict.id())
                .repeatable()
                .accepting(RequestCalls.NOT_FOUND);
    }

    private void note(ProvisioningRequest request, String seen) {
        store.inTransaction(handle -> {
            intents.end(handle, request.id(), STEP, seen);
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
        if (answer.status() == 200) {
            step(request, conflict)
                    .filter(Intent::known)
                    .ifPresent(step -> note(request, PUT_BACK + contact.externalId()));
            throw anothers(request, conflict, answer.requestId());
        }
        throw refused(request, conflict, "cannot be read; it was deleted or merged meanwhile", answer.requestId());
    }

    private static Rejected anothers(ProvisioningRequest request, ContactConflict conflict, String requestId) {
        return refused(request, conflict, "has another external_id, so it is somebody else's", requestId);
    }

    private static Rejected refused(
            ProvisioningRequest request, ContactConflict conflict, String why, String requestId) {
        return new Rejected(
                "Nothing was done: Intercom says that the contact " + conflict.id()
                        + " has this e-mail address or external_id"
                        + " already, which " + why + ". Correct one of the two, or merge them in Intercom. "
                        + request.context(),
                RequestCalls.CONFLICT,
                "conflict",
                requestId);
    }
}
