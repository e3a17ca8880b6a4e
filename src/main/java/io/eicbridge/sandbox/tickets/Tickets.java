package io.eicbridge.sandbox.tickets;

import io.eicbridge.sandbox.workspace.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The tickets, and the search index that follows them after a while. */
public final class Tickets {
    private static final int FIRST = 626_001;
    private final Time time;
    private final Duration lag;
    private final Map<Integer, Ticket> tickets = new ConcurrentSkipListMap<>();
    private final Map<Integer, Ticket> indexed = new ConcurrentSkipListMap<>();
    private final Queue<Pending> pending = new ArrayDeque<>();
    private int created;
    private int parts;

    /** A change that the index does not know yet; the ticket is null where it was deleted. */
    private record Pending(Instant due, int id, Ticket ticket) {}

    Tickets(Time time, Duration lag) {
        this.time = time;
        this.lag = lag;
    }

    synchronized void reset() {
        tickets.clear();
        indexed.clear();
        pending.clear();
        created = 0;
        parts = 0;
    }

    /** Looks and changes without anybody else changing a ticket in between. */
    public synchronized <T> T together(Supplier<T> deed) {
        return deed.get();
    }

    /** All tickets, oldest first. */
    public Collection<Ticket> all() {
        return tickets.values();
    }

    /** The ticket of that id, never that of the number shown in the Inbox. */
    public Optional<Ticket> find(String id) {
        return id.matches("\\d{1,9}") ? Optional.ofNullable(tickets.get(Integer.parseInt(id))) : Optional.empty();
    }

    /** Tickets as the search knows them by now. */
    public synchronized List<Ticket> indexed() {
        Instant now = time.now();
        while (!pending.isEmpty() && !pending.peek().due().isAfter(now)) {
            Pending change = pending.remove();
            if (change.ticket() == null) {
                indexed.remove(change.id());
            } else {
                indexed.put(change.id(), change.ticket());
            }
        }
        return List.copyOf(indexed.values());
    }

    /** A new ticket; {@code createdAt} null is now. */
    public synchronized Ticket create(
            TicketType type,
            Map<Integer, Object> values,
            TicketState state,
            String contact,
            Ticket.Handling handling,
            Long createdAt) {
        int number = ++created;
        long now = time.second();
        long since = createdAt == null ? now : createdAt;
        return put(new Ticket(
                FIRST + 7 * number,
                number,
                type.id(),
                Map.copyOf(values),
                state.id(),
                null,
                contact,
                handling,
                List.of(),
                since,
                now));
    }

    /** Changes a ticket, which is touched by that. */
    public synchronized Ticket change(int id, UnaryOperator<Ticket> change) {
        return put(change.apply(tickets.get(id)).touched(time.second()));
    }

    /** Adds what somebody said or did; body or states may be null. */
    public synchronized TicketPart say(
            int id, String type, String body, String before, String after, TicketPart.Author author) {
        TicketPart part = new TicketPart(++parts, type, body, before, after, author, time.second());
        change(id, ticket -> ticket.with(part));
        return part;
    }

    /** Deletes a ticket for good. */
    public synchronized void delete(int id) {
        tickets.remove(id);
        pending.add(new Pending(time.now().plus(lag), id, null));
    }

    private Ticket put(Ticket ticket) {
        tickets.put(ticket.id(), ticket);
        pending.add(new Pending(time.now().plus(lag), ticket.id(), ticket));
        return ticket;
    }
}
