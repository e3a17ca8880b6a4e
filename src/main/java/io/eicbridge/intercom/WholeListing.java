package io.eicbridge.intercom;

/** A list that comes in one answer, or goes on at an address where Intercom should ever page it. */
record WholeListing(String path, String name) implements Listing {

    @Override
    public Call call(String cursor) {
        return Call.get(cursor == null ? path : cursor);
    }

    @Override
    public Page read(Answer answer) {
        Envelope envelope = new Envelope(answer, name);
        String next = envelope.next();
        return new Page(envelope.items(), next != null && next.startsWith("/") ? next : null, envelope.total());
    }
}
