package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A search; its cursor goes into the body, in the query it would be ignored and page 1 come for ever. */
record SearchListing(String things, ObjectNode query, ObjectNode sort, int perPage) implements Listing {

    @Override
    public Call call(String cursor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("query", query);
        if (sort != null) {
            body.set("sort", sort);
        }
        ObjectNode pagination = body.putObject("pagination").put("per_page", perPage);
        if (cursor != null) {
            pagination.put("starting_after", cursor);
        }
        return Call.search("/" + things + "/search", body);
    }

    @Override
    public Page read(Answer answer) {
        Envelope envelope = new Envelope(answer, things);
        return new Page(envelope.items(), envelope.next(), envelope.total());
    }
}
