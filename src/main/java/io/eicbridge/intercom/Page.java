package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One page of a list.
 *
 * @param next the cursor of the page that follows, null at the end
 * @param total how many items the whole list has, null if Intercom did not tell
 */
public record Page(List<JsonNode> items, String next, Long total) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Numbers only: items hold personal data. */
    @Override
    public String toString() {
        return "Page[items=" + items.size() + ", last=" + (next == null) + ", total=" + total + "]";
    }
}
