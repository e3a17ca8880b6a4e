package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Transient;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for the ticket of a try whose end is not known, until Intercom's search cannot but know it. */
public final class EarlierTickets {
    /** Intercom's clock and this machine's may differ by so much. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Store store;
    private final QueueItems items;
    private final TicketSteps steps;
    private final Duration searchLag;
    private final Clock clock;

    EarlierTickets(Store store, QueueItems items, TicketSteps steps, Duration searchLag, Clock clock) {
        this.store = store;
        this.items = items;
        this.steps = steps;
        this.searchLag = searchLag;
        this.clock = clock;
    }

    /** The call for the next page of tickets among which it may be. */
    public Call look(TicketDraft draft) {
        return Sheets.own(draft.request(), search(draft).call(draft.cursor()));
    }

    private static Listing search(TicketDraft draft) {
        TicketDraft.Plan plan = draft.plan();
        return Listings.createdTickets(
                plan.filled().type(), plan.before().begunAt().minus(SKEW));
    }

    /**
     * Adopts the ticket where the page has it; after the last page the try is known to have made none.
     *
     * @throws Transient while Intercom's search may not know the ticket yet
     */
    public void looked(TicketDraft draft, Answer answer) {
        Page page = search(draft).read(answer);
        Optional<String> made = among(page.items(), draft.plan().filled());
        if (made.isPresent()) {
            steps.made(draft, made.get(), null);
        } else if (page.next() != null) {
            draft.goOn(page.next());
        } else {
            refuseTooEarly(draft, answer);
            steps.madeNone(draft);
            steps.plan(draft, draft.plan().filled());
        }
    }

    /** By the attribute that names the request; where the type has none, a ticket that belongs to no other item. */
    private Optional<String> among(List<JsonNode> found, TicketSheet.Filled filled) {
        Set<String> ids =
                found.stream().map(ticket -> Ids.text(ticket.path("id"))).collect(Collectors.toSet());
        Set<String> taken = store.read(handle -> items.taken(handle, ids));
        return found.stream()
                .filter(filled::isOf)
                .map(ticket -> Ids.text(ticket.path("id")))
                .filter(id -> !taken.contains(id))
                .findFirst();
    }

    private void refuseTooEarly(TicketDraft draft, Answer answer) {
        if (clock.instant().isBefore(draft.plan().before().begunAt().plus(searchLag))) {
            throw new Transient(
                    "The ticket of an earlier try is not found yet, and Intercom's search tells new ones late. It is looked for"
                            + " again before another one is opened. "
                            + draft.request().context(),
                    false,
                    answer.requestId(),
                    null);
        }
    }
}
