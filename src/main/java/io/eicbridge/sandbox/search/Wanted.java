package io.eicbridge.sandbox.search;

import java.util.List;

/** What a page of contacts is asked for; {@code key} names the filter for counting, {@code after} is null on the first page. */
public record Wanted(Filter filter, String key, String sort, boolean descending, int perPage, Cursor after) {
    /** The whole list, newest first, as {@code GET /contacts} has it. */
    public static Wanted everybody(int perPage, Cursor after) {
        return new Wanted(new Filter.All(List.of()), "", "created_at", true, perPage, after);
    }

    int page() {
        return after == null ? 1 : after.page();
    }
}
