package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.intercom.ContactSearch;
import io.eicbridge.intercom.CreatedRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Queries for the contacts in scope; {@code filters} are the conditions of the scope. */
record ScopedSearch(ContactSearch search, List<ObjectNode> filters) {

    /** The contacts of a range that meet one more condition, null for none. */
    ObjectNode in(CreatedRange range, ObjectNode condition) {
        List<ObjectNode> all = new ArrayList<>(filters);
        if (range.from() != null || range.to() != null || condition == null && all.isEmpty()) {
            all.add(search.createdIn(range));
        }
        if (condition != null) {
            all.add(condition);
        }
        return search.and(all.toArray(ObjectNode[]::new));
    }

    /** The contacts that were updated at a time or later. */
    ObjectNode updatedSince(Instant time) {
        List<ObjectNode> all = new ArrayList<>(filters);
        all.add(search.updatedSince(time));
        return search.and(all.toArray(ObjectNode[]::new));
    }
}
