package io.eicbridge.sandbox.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.search.Cursor;
import io.eicbridge.sandbox.search.QueryReader;
import io.eicbridge.sandbox.search.Wanted;
import java.util.Map;

/** Reads the body of a search: query, sort and pagination; a cursor counts only here, never in the URL. */
final class SearchBody {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 150;
    private static final Map<String, Boolean> DESCENDING = Map.of("ascending", false, "descending", true);
    private final QueryReader queries;

    SearchBody(QueryReader queries) {
        this.queries = queries;
    }

    Wanted read(JsonNode body, Version version) {
        JsonNode query = body.path("query");
        JsonNode sort = body.path("sort");
        return new Wanted(
                queries.read(query, version.isExact()),
                version.isExact() + query.toString(),
                sort.path("field").asText("created_at"),
                descending(sort),
                perPage(body.path("pagination"), USUAL_PAGE),
                after(body.path("pagination")));
    }

    static boolean descending(JsonNode sort) {
        String order = sort.path("order").asText("descending");
        if (!DESCENDING.containsKey(order)) {
            throw Refusal.bad(
                    "invalid_sort_order", "Invalid sort order '" + order + "'. Must be one of: ascending, descending");
        }
        return DESCENDING.get(order);
    }

    static int perPage(JsonNode pagination, int usual) {
        JsonNode wanted = pagination.path("per_page");
        if (wanted.isMissingNode() || wanted.isNull()) {
            return usual;
        }
        if (!wanted.canConvertToInt() || wanted.intValue() < 1 || wanted.intValue() > LARGEST_PAGE) {
            throw Refusal.bad("invalid_per_page", "per_page must be a number between 1 and " + LARGEST_PAGE);
        }
        return wanted.intValue();
    }

    static Cursor after(JsonNode pagination) {
        JsonNode after = pagination.path("starting_after");
        return after.isMissingNode() || after.isNull() ? null : Cursor.of(after.asText());
    }
}
