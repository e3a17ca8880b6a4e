package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.provisioning.Judgement;
import io.eicbridge.failure.Rejected;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.journal.queue.QueueState;
import io.eicbridge.journal.request.Effect;
import io.eicbridge.journal.request.Intent;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Opens one ticket for a request, never two: what is about to be done is journalled, and where it is not known what came of that the ticket
 * is looked for, until Intercom's search cannot but know it.
 */
public final class OpenTicket {
    private static final String STEP = "ticket-";
    private static final String NOT_MADE = "not made";
    /** Intercom's clock and this machine's may differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int NOT_FOUND = 404;
    private final Store store;
    private final QueueItems items;
    private final Intents intents;
    private final TicketSheet sheet;
    private final QueuePlaces places;
    private final Duration searchLag;
    private final Clock clock;

    OpenTicket(
            Store store,
            QueueItems items,
            Intents intents,
            TicketSheet sheet,
            QueuePlaces places,
            Duration searchLag,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.intents = intents;
        this.sheet = sheet;
        this.places = places;
        this.searchLag = searchLag;
        this.clock = clock;
    }

    /** Finds out how far the request's queue item is; {@code reason} tells the person why he is asked, empty where that is plain. */
    public TicketDraft draft(ProvisioningRequest request, String reason) {
        TicketDraft draft = new TicketDraft(request);
        Optional<QueueItem> open = store.read(handle -> items.newestOf(handle, request.id()))
                .filter(item -> item.state() != QueueState.ENDED);
        if (open.isPresent()) {
            return draft.found(open.get());
        }
        TicketSheet.Filled filled = sheet.fill(request, reason == null ? "" : reason);
        return store.inTransaction(handle -> draft.planned(planned(handle, request, filled)));
    }

    /** The step that is to be taken now: the first that is not known to have ended. */
    private TicketDraft.Plan planned(Handle handle, ProvisioningRequest request, TicketSheet.Filled filled) {
        int number = 1;
        Optional<Intent> before = intents.find(handle, request.id(), STEP + number);
        while (before.filter(Intent::known).isPresent()) {
            before = intents.find(handle, request.id(), STEP + ++number);
        }
        return new TicketDraft.Plan(filled, STEP + number, before.orElse(null));
    }

    /** The search for the ticket of a try whose end is not known. */
    public Call look(TicketDraft draft) {
        return Sheets.own(draft.request(), search(draft).call(null));
    }

    private static Listing search(TicketDraft draft) {
        Instant begun = draft.plan().before().begunAt();
        return Listings.createdTickets(draft.plan().filled().type(), begun.minus(SKEW));
    }

    /**
     * Adopts the ticket that was found; else the try is known to have made none.
     *
     * @throws Transient while Intercom's search may not know the ticket yet
     */
    public void looked(TicketDraft draft, Answer answer) {
        TicketDraft.Plan plan = draft.plan();
        List<JsonNode> found = search(draft).read(answer).items();
        Optional<JsonNode> made = made(plan, found);
        if (made.isPresent()) {
            kept(draft, Ids.text(made.get().path("id")), null);
            return;
        }
        if (clock.instant().isBefore(plan.before().begunAt().plus(searchLag))) {
            throw new Transient(
                    "The ticket of an earlier try is not found yet, and Intercom's search tells new ones late. It is looked for"
                            + " again before another one is opened. "
                            + draft.request().context(),
                    false,
                    answer.requestId(),
                    null);
        }
        store.inTransaction(handle -> {
            intents.end(handle, draft.request().id(), plan.step(), NOT_MADE);
            draft.planned(planned(handle, draft.request(), plan.filled()));
            return null;
        });
    }

    /** By the attribute that names the request; where the type has none, a ticket that belongs to no other item. */
    private Optional<JsonNode> made(TicketDraft.Plan plan, List<JsonNode> found) {
        Set<String> ids =
                found.stream().map(ticket -> Ids.text(ticket.path("id"))).collect(Collectors.toSet());
        Set<String> taken = store.read(handle -> items.taken(handle, ids));
        return found.stream()
                .filter(ticket -> !taken.contains(Ids.text(ticket.path("id"))))
                .filter(ticket -> plan.filled().isOf(ticket))
                .findFirst();
    }

    /** Journals that the ticket is about to be made, and makes the call of it. */
    public Call make(TicketDraft draft) {
        TicketDraft.Plan plan = draft.plan();
        store.inTransaction(handle -> intents.begin(
                handle, draft.request().id(), plan.step(), plan.filled().key()));
        return plan.filled().call();
    }

    /** Keeps what Intercom made: a ticket, or a job that will make one. */
    public void made(TicketDraft draft, Answer answer) {
        Judgement judgement = draft.plan().filled().parameter().judge(answer.status(), Map.of(), answer.body());
        if (answer.status() / 100 != 2 || !judgement.success()) {
            throw refused(draft, answer, judgement);
        }
        boolean job = "job".equals(answer.body().path("type").asText());
        String id = job
                ? Ids.text(answer.body().path("id"))
                : draft.plan()
                        .filled()
                        .parameter()
                        .ticketId(answer.body())
                        .orElse(Ids.text(answer.body().path("id")));
        kept(draft, job ? null : id, job ? id : null);
    }

    private RuntimeException refused(TicketDraft draft, Answer answer, Judgement judgement) {
        TicketDraft.Plan plan = draft.plan();
        store.inTransaction(handle -> {
            intents.end(handle, draft.request().id(), plan.step(), NOT_MADE);
            return null;
        });
        if (plan.filled().own()) {
            places.forget();
        }
        if (plan.filled().own() && answer.status() == NOT_FOUND) {
            return new Transient(
                    "No ticket is opened yet: Intercom no longer has the ticket type or the requester. Both are looked for"
                            + " at the next try. " + draft.request().context(),
                    true,
                    answer.requestId(),
                    null);
        }
        return new Rejected(
                "No ticket is opened: Intercom answered " + answer.status() + " to "
                        + plan.filled().call().place() + ", and " + judgement.reason()
                        + ". Correct CreateTicketJSON or the ticket type, and replay the request. "
                        + draft.request().context(),
                answer.status(),
                "",
                answer.requestId());
    }

    private void kept(TicketDraft draft, String ticket, String job) {
        TicketDraft.Plan plan = draft.plan();
        ProvisioningRequest request = draft.request();
        draft.found(store.inTransaction(handle -> {
            intents.end(handle, request.id(), plan.step(), ticket == null ? job : ticket);
            return items.open(
                    handle, request.id(), request.endpoint(), plan.filled().type(), ticket, job);
        }));
    }

    /** The effect: a person is asked. */
    public Effect opened(TicketDraft draft) {
        QueueItem item = draft.item();
        String where =
                item.ticket() == null ? "Intercom makes a ticket by job " + item.job() : "ticket " + item.ticket();
        return Effect.queued(item.ticket(), "A person is asked to do it: " + where + ".");
    }
}
