package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.intercom.ContactSearch;
import io.eicbridge.intercom.CreatedRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches for contacts that are in scope.
 *
 * @param filters the conditions of the scope
 */
record ScopedQuery(ContactSearch search, List<ObjectNode> filters) {

    /** For the contacts of a range that meet one more condition, null for none. */
    ObjectNode of(CreatedRange range, ObjectNode condition) {
        List<ObjectNode> all = new ArrayList<>(filters);
        if (range.from() != null || range.to() != null || condition == null && all.isEmpty()) {
            all.add(search.createdIn(range));
        }
        if (condition != null) {
            all.add(condition);
        }
        return search.and(all.toArray(ObjectNode[]::new));
    }

    /** For those that were updated at a time or later. */
    ObjectNode updatedSince(Instant time) {
        List<ObjectNode> all = new ArrayList<>(filters);
        all.add(search.updatedSince(time));
        return search.and(all.toArray(ObjectNode[]::new));
    }
}
