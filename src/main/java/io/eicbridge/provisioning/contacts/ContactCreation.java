package io.eicbridge.provisioning.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Creates contacts; where Intercom would not notice a second one, it is written down before and looked for afterwards. */
public final class ContactCreation {
    /** Intercom's search tells a new contact after some minutes. */
    private static final Duration LAG = Duration.ofMinutes(10);

    private final ContactParameters parameters;
    private final LeadSteps steps;
    private final Clock clock;

    /** Creations by these parameters, whose steps are kept in this store. */
    public ContactCreation(ContactParameters parameters, Store store, Intents intents, Clock clock) {
        this.parameters = parameters;
        this.steps = new LeadSteps(store, intents);
        this.clock = clock;
    }

    /** What is to be created; Rejected where nobody could tell whether it exists already. */
    public WantedContact wanted(ProvisioningRequest request) {
        Sent sent = parameters.call(request, "CreateAccountJSON", null, Map.of());
        if (!(sent.body() instanceof ObjectNode fields)) {
            throw new Rejected("Nothing was done: CreateAccountJSON sends no JSON object. " + request.context());
        }
        WantedContact wanted = new WantedContact(null, sent, fields);
        if (wanted.email().isEmpty() && wanted.externalId().isEmpty()) {
            throw new Rejected(
                    "Nothing was done: a contact needs an e-mail address or an external_id, by which it is found"
                            + " again when an answer is lost. " + request.context());
        }
        return wanted;
    }

    /** Creates it. Transient where an earlier try may have done so and Intercom's search may not tell it yet. */
    public Call create(ProvisioningRequest request, WantedContact wanted) {
        Call call = wanted.sent().call(null, wanted.fields()).accepting(RequestCalls.MALFORMED, RequestCalls.CONFLICT);
        if (wanted.unique()) {
            return call.repeatable();
        }
        if (!steps.begin(request, clock.instant().minus(LAG))) {
            throw new Transient(
                    "The lead may have been created before; it is not created again until Intercom's search would tell it."
                            + " Repeat the request after ten minutes. " + request.context(),
                    false,
                    null,
                    null);
        }
        return call.onlyOnce();
    }

    /** Keeps that Intercom made none, where its answer says so: a refusal was answered. */
    public Answer answered(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        if (!wanted.unique() && answer.status() / 100 != 2) {
            steps.madeNone(request);
        }
        return answer;
    }

    /** Keeps that Intercom made none, where the failure says so, and fails with it; a lost answer says nothing. */
    public Answer failed(ProvisioningRequest request, WantedContact wanted, Failure failure) {
        boolean open = failure instanceof Transient lost && lost.maybeSent() && lost.status() != RequestCalls.TOO_MANY;
        if (!wanted.unique() && !open) {
            steps.madeNone(request);
        }
        throw failure;
    }

    /** The outcome of a create that Intercom did. */
    public Effect created(ProvisioningRequest request, WantedContact wanted, Answer answer) {
        String id = Ids.text(answer.body().path("id"));
        if (!wanted.unique() && !id.isEmpty()) {
            steps.made(request, id);
        }
        wanted.judge(answer);
        return Effect.done(id, "Created the contact " + id + ".");
    }

    /** Asks for the contact that an earlier try of this request is known to have created, null for none. */
    public Call again(ProvisioningRequest request) {
        return steps.made(request).map(id -> RequestCalls.look(request, id)).orElse(null);
    }

    /** The contact of that earlier try, null where it is not there any more. */
    public Contact made(Answer answer) {
        return answer.status() == 200 ? new Contact(answer.body()) : null;
    }
}
