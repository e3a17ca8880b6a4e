package io.eicbridge.sandbox.tickets;

import java.util.Collection;
import java.util.Set;

/** A support agent's hand in the Inbox; an unknown ticket or state is an {@link IllegalArgumentException}. */
public final class Agent {
    private static final TicketPart.Author AUTHOR =
            new TicketPart.Author("admin", "5017697", "Agent", "teammate1@example.com");
    private final Desk desk;

    /** An agent at a desk. */
    public Agent(Desk desk) {
        this.desk = desk;
    }

    /** The tickets as they are, oldest first. */
    public Collection<Ticket> tickets() {
        return desk.tickets().all();
    }

    /** Resolves a ticket. */
    public void resolve(String ticket) {
        move(ticket, TicketState.RESOLVED);
    }

    /** Takes a ticket up again. */
    public void reopen(String ticket) {
        move(ticket, "in_progress");
    }

    /** Moves a ticket to the state of that id, or to the workspace's own state of that category. */
    public void move(String ticket, String stateOrCategory) {
        TicketState state = desk.states()
                .find(stateOrCategory)
                .or(() -> desk.states().first(stateOrCategory))
                .orElseThrow(() -> unknown("ticket state", stateOrCategory));
        desk.tickets().together(() -> {
            Ticket found = get(ticket);
            TicketState before = desk.states().find(found.state()).orElseThrow();
            desk.tickets().change(found.id(), changed -> changed.in(before, state));
            return desk.tickets()
                    .say(
                            found.id(),
                            "ticket_state_updated_by_admin",
                            null,
                            before.category(),
                            state.category(),
                            AUTHOR);
        });
    }

    /** Closes a ticket without resolving it, or opens it. */
    public void open(String ticket, boolean open) {
        desk.tickets()
                .change(get(ticket).id(), found -> found.with(found.handling().open(open)));
    }

    /** Writes a note on a ticket. */
    public void note(String ticket, String body) {
        desk.tickets().say(get(ticket).id(), "note", body, null, null, AUTHOR);
    }

    /** Deletes a ticket for good. */
    public void delete(String ticket) {
        desk.tickets().delete(get(ticket).id());
    }

    /** Adds a state of the workspace's own to a category, for some types by id or for all where none is given; returns its id. */
    public String addState(String category, String label, Set<String> types) {
        return desk.states().add(category, label, label, types).id();
    }

    /** From now on jobs are pending for so many polls, and fail or do not. */
    public void jobs(int pendingPolls, boolean fail) {
        desk.jobs().become(pendingPolls, fail);
    }

    private Ticket get(String id) {
        return desk.tickets().find(id).orElseThrow(() -> unknown("ticket", id));
    }

    private static IllegalArgumentException unknown(String kind, String id) {
        return new IllegalArgumentException("There is no " + kind + " \"" + id + "\"");
    }
}
