package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What teammates did after a time, of some types; its cursor is the number of the page, which goes into the body. */
record ActivityListing(List<String> types, Instant after) implements Listing {
    /** Intercom's largest. */
    private static final int PER_PAGE = 250;

    @Override
    public Call call(String cursor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("created_at_after", after.getEpochSecond());
        types.forEach(body.putArray("event_types")::add);
        body.put("page", cursor == null ? 1 : Integer.parseInt(cursor)).put("per_page", PER_PAGE);
        return Call.search("/admins/activity_logs/search", body);
    }

    @Override
    public Page read(Answer answer) {
        Envelope envelope = new Envelope(answer, "activity_logs");
        int next = envelope.nextNumber();
        return new Page(envelope.items(), next == 0 ? null : Integer.toString(next), null);
    }
}
