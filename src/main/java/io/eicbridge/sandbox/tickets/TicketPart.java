package io.eicbridge.sandbox.tickets;

/** Something that was said about a ticket or done to it: {@code note}, {@code comment} or a change of state; body or states may be null. */
public record TicketPart(int id, String type, String body, String before, String after, Author author, long createdAt) {
    /** Who did it: {@code admin} or {@code user}. */
    public record Author(String type, String id, String name, String email) {}
}
