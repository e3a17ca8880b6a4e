package io.eicbridge.sandbox.tickets;

import java.util.List;
import java.util.Optional;

/** A kind of ticket with its attributes; times are Unix seconds. */
public record TicketType(
        String id, TicketType.Facts facts, List<TicketAttribute> attributes, long createdAt, long updatedAt) {
    /** What can be decided about a type; the category is {@code Customer}, {@code Back-office} or {@code Tracker}. */
    public record Facts(
            String name, String description, String icon, String category, boolean internal, boolean archived) {}

    /** The attribute of that name. */
    public Optional<TicketAttribute> named(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** The attribute of that id. */
    public Optional<TicketAttribute> attribute(String wanted) {
        return attributes.stream()
                .filter(attribute -> String.valueOf(attribute.id()).equals(wanted))
                .findFirst();
    }

    /** True for a type whose tickets customers never see. */
    public boolean isBackOffice() {
        return facts.category().equals("Back-office");
    }
}
