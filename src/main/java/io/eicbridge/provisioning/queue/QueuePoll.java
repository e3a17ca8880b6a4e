package io.eicbridge.provisioning.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.provisioning.TicketState;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.Ids;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;
import io.eicbridge.journal.Leases;
import io.eicbridge.journal.Notifications;
import io.eicbridge.journal.queue.QueueFacts;
import io.eicbridge.journal.queue.QueueItem;
import io.eicbridge.journal.queue.QueueItems;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads the states of all queue items with as few calls as there are pages of changed tickets. */
public final class QueuePoll {
    private static final String LEASE = "queue-items";
    private static final Duration HELD = Duration.ofMinutes(5);
    /** Intercom's search tells a change late. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    /** How the topics begin that tell of tickets and of the jobs that make them. */
    private static final List<String> TOPICS = List.of("ticket.", "job.");

    private final Store store;
    private final QueueItems items;
    private final QueueFacts facts;
    private final Notifications notifications;
    private final TicketStates states;
    private final Attention attention;
    private final Duration keep;
    private final Clock clock;
    private final Leases leases = new Leases();

    QueuePoll(
            Store store,
            QueueItems items,
            QueueFacts facts,
            Notifications notifications,
            TicketStates states,
            QueueSettings settings,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.facts = facts;
        this.notifications = notifications;
        this.states = states;
        this.attention = new Attention(settings);
        this.keep = settings.keep();
        this.clock = clock;
    }

    /** Whether Intercom told something about a ticket since the last reading. */
    public boolean hinted() {
        return store.read(handle -> facts.notedAt(handle, QueueFacts.POLLED)
                .map(last -> TOPICS.stream().anyMatch(topics -> notifications.anySince(handle, topics, last)))
                .orElse(false));
    }

    /** Since when nobody knows how the open items stand; empty where none is open. */
    public Optional<Instant> unreadSince() {
        return store.read(handle -> items.unended(handle).stream()
                .findFirst()
                .map(QueueItem::openedAt)
                .map(opened -> facts.notedAt(handle, QueueFacts.POLLED)
                        .filter(last -> last.isAfter(opened))
                        .orElse(opened)));
    }

    /** A reading; null where no item is open, or another one is under way. */
    public PollRound begin() {
        String holder = UUID.randomUUID().toString();
        return store.inTransaction(handle -> {
            List<QueueItem> open = items.unended(handle);
            boolean mine = !open.isEmpty()
                    && leases.acquire(handle, LEASE, holder, HELD).holder().equals(holder);
            return mine ? round(handle, holder, open) : null;
        });
    }

    private PollRound round(Handle handle, String holder, List<QueueItem> open) {
        Instant since = facts.find(handle, QueueFacts.POLLED)
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .filter(last -> last.isAfter(open.get(0).openedAt()))
                .orElse(open.get(0).openedAt());
        TreeSet<String> types = open.stream().map(QueueItem::type).collect(Collectors.toCollection(TreeSet::new));
        Map<String, QueueItem> byTicket = new TreeMap<>();
        open.stream().filter(item -> item.ticket() != null).forEach(item -> byTicket.put(item.ticket(), item));
        Listing changed = Listings.changedTickets(types, since.minus(OVERLAP));
        return new PollRound(holder, byTicket, changed);
    }

    /** The call for the next page. */
    public Call next(PollRound round) {
        return round.changed().call(round.cursor());
    }

    /** Keeps what the page says of our tickets. */
    public void read(PollRound round, Answer answer) {
        Page page = round.changed().read(answer);
        round.began(answer.date() == null ? clock.instant() : answer.date());
        store.inTransaction(handle -> {
            page.items().forEach(ticket -> seen(handle, round, ticket));
            return leases.heartbeat(handle, LEASE, round.holder(), HELD);
        });
        round.goOn(page.next());
    }

    private void seen(Handle handle, PollRound round, JsonNode ticket) {
        QueueItem item = round.item(Ids.text(ticket.path("id")));
        if (item != null) {
            items.seen(handle, item.id(), states.of(item.endpoint(), ticket) == TicketState.COMPLETED);
        }
    }

    /** All pages were read: the next reading begins where this one did. Returns the items that need more than that. */
    public List<QueueItem> whole(PollRound round) {
        return store.inTransaction(handle -> {
            facts.note(handle, QueueFacts.POLLED, Long.toString(round.began().getEpochSecond()));
            Instant now = clock.instant();
            items.forget(handle, now.minus(keep));
            Set<Long> superfluous = items.superfluous(handle);
            return items.unended(handle).stream()
                    .filter(item -> superfluous.contains(item.id()) || attention.isDue(item, now))
                    .toList();
        });
    }

    /** Keeps other processes from reading while this one looks at its items. */
    public void hold(PollRound round) {
        store.inTransaction(handle -> leases.heartbeat(handle, LEASE, round.holder(), HELD));
    }

    /** Lets the next reading begin. */
    public void end(PollRound round) {
        store.inTransaction(handle -> {
            leases.release(handle, LEASE, round.holder());
            return null;
        });
    }
}
