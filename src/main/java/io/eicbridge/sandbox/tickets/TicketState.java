package io.eicbridge.sandbox.tickets;

import java.util.Set;

/** A state that tickets of some types can be in; {@code types} holds their ids, none for all types. */
public record TicketState(String id, String category, String internalLabel, String externalLabel, Set<String> types) {
    /** Intercom's four categories, the last of which ends a ticket. */
    public static final Set<String> CATEGORIES =
            Set.of("submitted", "in_progress", "waiting_on_customer", TicketState.RESOLVED);

    static final String RESOLVED = "resolved";

    /** True where tickets of the type can be in it. */
    public boolean fits(TicketType type) {
        return types.isEmpty() || types.contains(type.id());
    }

    boolean isResolved() {
        return category.equals(RESOLVED);
    }
}
