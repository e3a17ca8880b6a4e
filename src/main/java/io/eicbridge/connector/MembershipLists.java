package io.eicbridge.connector;

import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.MembershipView;
import io.eicbridge.store.Store;
import java.io.InputStream;

/** Answers the contract's {@code /accounts/…_memberships}. */
public final class MembershipLists {
    private final Catalogue catalogue;
    private final KeyedLists<MembershipView> lists;

    /** Memberships of the directory in this store. */
    public MembershipLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers) {
        MembershipPages pages = new MembershipPages();
        this.catalogue = catalogue;
        this.lists = new KeyedLists<>(
                store,
                pins,
                answers,
                new KeyedLists.Pages<>(pages::readFrom, pages::readAfter, pages::count, MembershipView::position));
    }

    /**
     * The JSON of a page of memberships of one type, or of all; read from the directory while it is taken.
     *
     * @throws io.eicbridge.failure.Failure where the call is refused or nothing is there yet, see {@link ApiAnswers}
     */
    public InputStream open(Request request) {
        return lists.open(request, catalogue.memberships(request), MembershipLists::rows);
    }

    private static RowRenderer<MembershipView> rows(ListRequest wish) {
        RowWriter writer =
                new RowWriter(Columns.ofMemberships().chosen(wish.view().fields()));
        return (json, membership) -> writer.put("accountID", membership.accountId())
                .put("entitlementID", membership.entitlementId())
                .write(json);
    }
}
