package io.eicbridge.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.intercom.Page;
import java.time.Instant;
import java.util.List;

/**
 * Cuts a page of contacts, the last updated first, at the time since which they are read. A search by days finds the whole day, but sorts
 * by the full second. A contact that is updated meanwhile moves to the front, where the next run finds it; all others stay behind the
 * cursor or come once more.
 */
final class ChangedContacts {
    private ChangedContacts() {}

    static AccountPage since(Instant time, Page page) {
        List<JsonNode> items = page.items();
        boolean ends = !items.isEmpty() && !updatedSince(time, items.get(items.size() - 1));
        List<JsonNode> wanted =
                items.stream().filter(item -> updatedSince(time, item)).toList();
        return new AccountPage(wanted, ends ? null : page.next());
    }

    /** A contact that does not tell its time is taken. */
    private static boolean updatedSince(Instant time, JsonNode contact) {
        JsonNode updated = contact.path("updated_at");
        return !updated.canConvertToLong() || updated.asLong() >= time.getEpochSecond();
    }
}
