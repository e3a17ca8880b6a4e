package io.eicbridge.sandbox.answers;

import io.eicbridge.sandbox.search.Cursor;
import io.eicbridge.sandbox.search.Found;

/** Writes what follows the rows of a list: the number of all rows and the way to the next page. */
final class Paging {
    private Paging() {}

    /** The way by cursor; {@code asked} is the cursor of this very page, null on the first. */
    static void byCursor(Found found, String asked, Mischief mischief, JsonBytes out) {
        out.raw("],\"total_count\":").number(found.total());
        out.raw(",\"pages\":{\"type\":\"pages\"");
        String next = next(found, asked, mischief);
        if (next != null) {
            out.raw(",\"next\":{\"page\":").number(found.page() + 1);
            out.raw(",\"per_page\":").number(found.perPage());
            out.raw(",\"starting_after\":").text(next).raw("}");
        }
        out.raw(",\"page\":").number(found.page()).raw(",\"per_page\":").number(found.perPage());
        out.raw(",\"total_pages\":").number(found.pages()).raw("}}");
    }

    /** The way by cursor through a list of so many rows; {@code next} is null on the last page. */
    static void byCursor(int total, int page, int perPage, Cursor next, JsonBytes out) {
        out.raw("],\"total_count\":").number(total).raw(",\"pages\":{\"type\":\"pages\"");
        if (next != null) {
            out.raw(",\"next\":{\"page\":").number(page + 1L).raw(",\"per_page\":");
            out.number(perPage).raw(",\"starting_after\":").text(next.text()).raw("}");
        }
        out.raw(",\"page\":").number(page).raw(",\"per_page\":").number(perPage);
        out.raw(",\"total_pages\":").number((total + perPage - 1) / perPage).raw("}}");
    }

    private static String next(Found found, String asked, Mischief mischief) {
        Cursor next = found.next();
        return switch (mischief) {
            case ENDS_EARLY -> null;
            case REPEATS_CURSOR -> asked == null ? found.start().text() : asked;
            case DUPLICATES_PAGE -> found.start().text();
            case NONE -> next == null ? null : next.text();
        };
    }

    /** The way by the number of the page, where the next page is told as a URL; without one it is null. */
    static void byNumber(Slice slice, String url, Mischief mischief, JsonBytes out) {
        out.raw("],\"total_count\":").number(slice.total());
        out.raw(",\"pages\":{\"type\":\"pages\",\"next\":");
        boolean again = mischief == Mischief.REPEATS_CURSOR || mischief == Mischief.DUPLICATES_PAGE;
        boolean more = again || slice.page() < slice.pages() && mischief != Mischief.ENDS_EARLY;
        int next = again ? slice.page() : slice.page() + 1;
        out.value(more ? url + "?per_page=" + slice.perPage() + "&page=" + next : null);
        out.raw(",\"page\":").number(slice.page()).raw(",\"per_page\":").number(slice.perPage());
        out.raw(",\"total_pages\":").number(slice.pages()).raw("}}");
    }
}
