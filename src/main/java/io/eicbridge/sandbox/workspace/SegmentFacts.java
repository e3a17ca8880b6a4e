package io.eicbridge.sandbox.workspace;

/** What the rules of segments look at, read from a contact when a rule asks for it. */
record SegmentFacts(Contact contact, Attributes attributes, long asOf) {
    private static final long DAY = 86_400;

    boolean user() {
        return contact.isUser();
    }

    long age() {
        return (asOf - contact.createdAt()) / DAY;
    }

    boolean seenWithin(int days) {
        Object seen = value("last_seen_at");
        return seen instanceof Number second && second.longValue() > asOf - days * DAY;
    }

    Object plan() {
        return value("custom_attributes.plan");
    }

    long revenue() {
        return value("custom_attributes.mrr") instanceof Number number ? number.longValue() : 0;
    }

    private Object value(String name) {
        return attributes.searchable(name).map(contact::value).orElse(null);
    }
}
