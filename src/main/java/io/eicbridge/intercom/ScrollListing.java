package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The scroll over all companies, which ends with an empty page. */
record ScrollListing() implements Listing {
    private static final String PATH = "/companies/scroll";

    @Override
    public Call call(String cursor) {
        String path = cursor == null ? PATH : PATH + "?scroll_param=" + CallPath.encoded(cursor);
        return Call.get(path).onlyOnce();
    }

    @Override
    public Page read(Answer answer) {
        Envelope envelope = new Envelope(answer, "companies");
        List<JsonNode> items = envelope.items();
        String scroll = Ids.text(answer.body().path("scroll_param"));
        if (scroll.isEmpty() && !items.isEmpty()) {
            throw envelope.without("\"scroll_param\"");
        }
        return new Page(items, items.isEmpty() ? null : scroll, envelope.total());
    }
}
