package io.eicbridge.provisioning.queue;

import io.eicbridge.dialect.provisioning.ConnectionParameters;
import io.eicbridge.intercom.Calls;
import io.eicbridge.journal.Notifications;
import io.eicbridge.journal.queue.QueueFacts;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.journal.request.Intents;
import io.eicbridge.journal.request.Requests;
import io.eicbridge.provisioning.QueueEnds;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Everything that opens queue items and follows them to their ends, put together for routes. */
public final class QueueDesk {
    private final Map<String, Object> beans;
    private final QueuePoll poll;

    /** What it works with; {@code holder} names this process among all that share the database. */
    public record Tools(Store store, Calls calls, KnownSubjects subjects, QueueEnds ends, String holder, Clock clock) {}

    /**
     * A desk of these endpoints.
     *
     * @param parameters their connection parameters
     * @param proofs how Intercom shows that a request is fulfilled, by endpoint
     */
    public QueueDesk(
            QueueSettings settings,
            Sheets sheets,
            Map<String, ConnectionParameters> parameters,
            Map<String, Proof> proofs,
            Tools tools) {
        Store store = tools.store();
        Clock clock = tools.clock();
        QueueItems items = new QueueItems(clock);
        QueueFacts facts = new QueueFacts(clock);
        Requests requests = new Requests(clock);
        TicketStates states = new TicketStates(parameters);
        TicketSteps steps = new TicketSteps(store, items, new Intents(clock));
        QueuePlaces places = new QueuePlaces(store, facts, tools.holder(), settings, tools.calls());
        TicketSheet sheet = new TicketSheet(sheets, places, settings.enqueue());
        TicketNotes notes = new TicketNotes(tools.calls());
        ItemEnds ends = new ItemEnds(store, items, requests, tools.ends(), settings, notes, clock);
        this.poll = new QueuePoll(store, items, facts, new Notifications(clock), states, settings, clock);
        this.beans = Map.of(
                "queueItems", new OpenTicket(store, items, steps, sheet, places),
                "earlierTickets", new EarlierTickets(store, items, steps, settings.searchLag(), clock),
                "queuePoll", poll,
                "queueChecks", new QueueChecks(store, items, requests, states, ends),
                "queueProofs", new QueueProofs(proofs, tools.subjects()));
    }

    /** Since when nobody knows how the open items stand; empty where none is open. */
    public Optional<Instant> unreadSince() {
        return poll.unreadSince();
    }

    /** What routes call, by name. */
    public Map<String, Object> beans() {
        return beans;
    }
}
