package io.eicbridge.sandbox.tickets;

import java.util.List;

/** Something that tickets of a type tell; times are Unix seconds. */
public record TicketAttribute(
        int id, int order, boolean byDefault, TicketAttribute.Facts facts, long createdAt, long updatedAt) {
    /** The title that every type has. */
    public static final String TITLE = "_default_title_";

    /** The description that every type has. */
    public static final String DESCRIPTION = "_default_description_";

    /** What can be decided about an attribute; {@code items} are the names of a list's items. */
    public record Facts(
            String name,
            String description,
            String dataType,
            boolean required,
            boolean multiline,
            List<String> items,
            boolean archived) {}

    /** The name by which tickets are written and read. */
    public String name() {
        return facts.name();
    }

    /** The id of the list's item at a place: that is how a ticket's value is told. */
    public String itemId(int place) {
        return id + "-" + place;
    }
}
