package io.eicbridge.sandbox.tickets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One ticket at one moment; {@code values} by the id of the attribute, assignees 0 for nobody, times in Unix seconds.
 *
 * @param id the key of the API, which is not the number shown in the Inbox
 */
public record Ticket(
        int id,
        int number,
        String type,
        Map<Integer, Object> values,
        String state,
        String previousState,
        String contact,
        Ticket.Handling handling,
        List<TicketPart> parts,
        long createdAt,
        long updatedAt) {
    /** How agents handle it; the second until which it sleeps and the company may be null. */
    public record Handling(boolean open, Long snoozedUntil, boolean shared, long admin, long team, String company) {
        Handling open(boolean changed) {
            return new Handling(changed, snoozedUntil, shared, admin, team, company);
        }
    }

    /** The same ticket with some values changed. */
    public Ticket with(Map<Integer, Object> changed) {
        Map<Integer, Object> all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new Ticket(id, number, type, all, state, previousState, contact, handling, parts, createdAt, updatedAt);
    }

    /** The same ticket handled otherwise. */
    public Ticket with(Handling changed) {
        return new Ticket(
                id, number, type, values, state, previousState, contact, changed, parts, createdAt, updatedAt);
    }

    /** The same ticket in another state: a resolved one is closed, one that is no longer resolved is open again. */
    public Ticket in(TicketState before, TicketState after) {
        boolean turns = before.isResolved() != after.isResolved();
        Handling handled = turns ? handling.open(!after.isResolved()) : handling;
        return new Ticket(
                id, number, type, values, after.id(), before.id(), contact, handled, parts, createdAt, updatedAt);
    }

    Ticket with(TicketPart part) {
        List<TicketPart> all = new ArrayList<>(parts);
        all.add(part);
        return new Ticket(id, number, type, values, state, previousState, contact, handling, all, createdAt, updatedAt);
    }

    Ticket touched(long second) {
        return new Ticket(id, number, type, values, state, previousState, contact, handling, parts, createdAt, second);
    }
}
