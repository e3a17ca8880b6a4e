package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.provisioning.Judgement;
import io.eicbridge.failure.Failure;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.journal.queue.QueueState;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens one ticket for a request, never two: what is about to be done is journalled, and looked for before it is done again. */
public final class OpenTicket {
    private static final int NOT_FOUND = 404;
    /** What Intercom's refusals of a type, an attribute or a requester speak of. */
    private static final List<String> PLACE = List.of("type", "attribute", "contact");

    private final Store store;
    private final QueueItems items;
    private final TicketSteps steps;
    private final TicketSheet sheet;
    private final QueuePlaces places;

    OpenTicket(Store store, QueueItems items, TicketSteps steps, TicketSheet sheet, QueuePlaces places) {
        this.store = store;
        this.items = items;
        this.steps = steps;
        this.sheet = sheet;
        this.places = places;
    }

    /** Finds out how far the request's queue item is; {@code reason} tells the person why he is asked, null where that is plain. */
    public TicketDraft draft(ProvisioningRequest request, String reason) {
        TicketDraft draft = new TicketDraft(request);
        Optional<QueueItem> open = store.read(handle -> items.newestOf(handle, request.id()))
                .filter(item -> item.state() != QueueState.ENDED);
        return open.isPresent()
                ? draft.found(open.get())
                : steps.plan(draft, sheet.fill(request, reason == null ? "" : reason));
    }

    /** Journals that the ticket is about to be made, and makes the call of it. */
    public Call make(TicketDraft draft) {
        steps.begin(draft);
        return draft.plan().filled().call();
    }

    /**
     * Keeps what Intercom made: a ticket, or a job that will make one.
     *
     * @throws Transient where type or requester are gone, which are looked for at the next try
     * @throws Rejected where Intercom refuses the ticket
     */
    public void made(TicketDraft draft, Answer answer) {
        TicketSheet.Filled filled = draft.plan().filled();
        Judgement judgement = filled.parameter().judge(answer.status(), Map.of(), answer.body());
        if (answer.status() / 100 != 2 || !judgement.success()) {
            steps.madeNone(draft);
            throw refused(draft, answer, judgement);
        }
        JsonNode body = answer.body();
        String id = Ids.text(body.path("id"));
        if ("job".equals(body.path("type").asText())) {
            steps.made(draft, null, id);
        } else {
            steps.made(draft, filled.parameter().ticketId(body).orElse(id), null);
        }
    }

    /** Whether Intercom refuses the type, its attributes or the requester, and not what was written into the ticket. */
    private static boolean isAboutThePlace(Answer answer) {
        String told = answer.body().path("errors").toString().toLowerCase(Locale.ROOT);
        return PLACE.stream().anyMatch(told::contains);
    }

    private Failure refused(TicketDraft draft, Answer answer, Judgement judgement) {
        String about = draft.request().context();
        boolean own = draft.plan().filled().own();
        if (own && (answer.status() == NOT_FOUND || isAboutThePlace(answer))) {
            places.forget();
        }
        if (own && answer.status() == NOT_FOUND) {
            String message =
                    "No ticket is opened yet: Intercom no longer has the ticket type or the requester. Both are"
                            + " looked for at the next try. " + about;
            return new Transient(message, true, answer.requestId(), null);
        }
        String message = "No ticket is opened: Intercom answered " + answer.status() + " to "
                + draft.plan().filled().call().place() + ", and " + judgement.reason()
                + ". Correct CreateTicketJSON or the ticket type, and replay the request. " + about;
        return new Rejected(message, answer.status(), "", answer.requestId());
    }

    /**
     * The effect: a person is asked.
     *
     * @throws Transient where the bridge stopped in the middle
     */
    public Effect opened(TicketDraft draft) {
        QueueItem item = draft.item();
        if (item == null) {
            String message = "No ticket is opened yet: the bridge stops. "
                    + draft.request().context();
            throw new Transient(message, false, null, null);
        }
        String where =
                item.ticket() == null ? "Intercom makes a ticket by job " + item.job() : "ticket " + item.ticket();
        return Effect.queued(item.ticket(), "A person is asked to do it: " + where + ".");
    }
}
