package io.eicbridge.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.intercom.Answer;
import io.eicbridge.intercom.Call;
import io.eicbridge.intercom.ContactFilter;
import io.eicbridge.intercom.CreatedRange;
import io.eicbridge.intercom.Listing;
import io.eicbridge.intercom.Listings;
import io.eicbridge.intercom.Page;

/** Walks through the account lists of Intercom, one page at a time. */
public final class AccountPages {
    /** The call for the slice's next page. */
    public Call next(OpenSlice slice) {
        return slice.run().own(listing(slice).call(slice.cursor()));
    }

    /** The page that Intercom answered; fails where the list cannot end. */
    public AccountPage read(OpenSlice slice, Answer answer) {
        slice.told(answer.date());
        Page page = listing(slice).read(answer);
        slice.page(page.items().size(), page.total());
        return slice.kind() == SliceKind.CONTACTS_CHANGED
                ? ChangedContacts.since(slice.planned().lower(), page)
                : new AccountPage(page.items(), page.next());
    }

    private static Listing listing(OpenSlice slice) {
        return switch (slice.kind()) {
            case ADMINS -> Listings.admins();
            case CONTACTS_LIST -> Listings.contacts();
            case CONTACTS_SEARCH -> Listings.contactSearch(query(slice), "created_at", "ascending");
            case CONTACTS_CHANGED ->
                Listings.contactSearch(
                        slice.run().scoped().updatedSince(slice.planned().lower()), "updated_at", "descending");
            default -> throw new IllegalStateException("no account list: " + slice.kind());
        };
    }

    private static ObjectNode query(OpenSlice slice) {
        return query(
                slice.run(),
                new CreatedRange(slice.planned().lower(), slice.planned().upper()),
                slice.subject());
    }

    /** The search for the contacts of a range, and of one role where a day is cut by role. */
    static ObjectNode query(LiveRun run, CreatedRange range, String role) {
        return run.query(range, role.isEmpty() ? null : ContactFilter.role(role));
    }
}
