package io.eicbridge.connector;

import io.eicbridge.directory.EntitlementPages;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.store.Store;
import java.io.InputStream;

/** Answers the contract's {@code /entitlements/…}. */
public final class EntitlementLists {
    private final Catalogue catalogue;
    private final KeyedLists<EntitlementView> lists;

    /** Entitlements of the directory in this store. */
    public EntitlementLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers) {
        EntitlementPages pages = new EntitlementPages();
        this.catalogue = catalogue;
        this.lists = new KeyedLists<>(
                store,
                pins,
                answers,
                new KeyedLists.Pages<>(pages::readFrom, pages::readAfter, pages::count, EntitlementView::entitlement));
    }

    /**
     * The JSON of a page of entitlements of one type, or of all; read from the directory while it is taken.
     *
     * @throws io.eicbridge.failure.Failure where the call is refused or nothing is there yet, see {@link ApiAnswers}
     */
    public InputStream open(Request request) {
        EntitlementType type = catalogue.entitlements(request);
        return lists.open(request, type, wish -> rows(type, wish));
    }

    private static RowRenderer<EntitlementView> rows(EntitlementType type, ListRequest wish) {
        RowWriter writer = new RowWriter(
                Columns.ofEntitlements(type.columns()).chosen(wish.view().fields()));
        return (json, entitlement) -> writer.attributes(entitlement.attributes())
                .put("entitlementID", entitlement.id())
                .put("entitlement_value", entitlement.value())
                .put("entitlementTypeName", type.name())
                .put("status", entitlement.active() ? "1" : "0")
                .write(json);
    }
}
