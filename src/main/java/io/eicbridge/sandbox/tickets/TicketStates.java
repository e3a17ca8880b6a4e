package io.eicbridge.sandbox.tickets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The states of the workspace: Intercom's own four, and those that somebody added. */
public final class TicketStates {
    private static final int FIRST = 8_269;
    private final List<TicketState> states = new CopyOnWriteArrayList<>();

    TicketStates() {
        reset();
    }

    final synchronized void reset() {
        states.clear();
        add("submitted", "Submitted", "Submitted", Set.of());
        add("in_progress", "In progress", "In progress", Set.of());
        add("waiting_on_customer", "Waiting on customer", "Waiting on you", Set.of());
        add(TicketState.RESOLVED, "Resolved", "Resolved", Set.of());
    }

    /** A new state of a category, for some types by id or for all where none is given; another category is an error. */
    public synchronized TicketState add(
            String category, String internalLabel, String externalLabel, Set<String> types) {
        if (!TicketState.CATEGORIES.contains(category)) {
            throw new IllegalArgumentException("There is no category \"" + category + "\" of ticket states");
        }
        String id = String.valueOf(FIRST + states.size());
        TicketState state = new TicketState(id, category, internalLabel, externalLabel, types);
        states.add(state);
        return state;
    }

    /** All states. */
    public List<TicketState> all() {
        return states;
    }

    /** The state of that id. */
    public Optional<TicketState> find(String id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    /** Intercom's own state of a category. */
    public Optional<TicketState> first(String category) {
        return states.stream()
                .filter(state -> state.category().equals(category))
                .findFirst();
    }
}
