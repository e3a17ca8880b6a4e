package io.eicbridge.connector;

import io.eicbridge.directory.EntitlementChanges;
import io.eicbridge.directory.EntitlementPages;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Window;
import io.eicbridge.store.Store;
import java.io.InputStream;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Answers the contract's {@code /entitlements/…}. */
public final class EntitlementLists {
    private final Catalogue catalogue;
    private final ListAnswers answers;
    private final Deltas deltas;
    private final KeyedLists<EntitlementView> lists;

    /** Entitlements of the directory in this store. */
    public EntitlementLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers, Deltas deltas) {
        EntitlementPages pages = new EntitlementPages();
        this.catalogue = catalogue;
        this.answers = answers;
        this.deltas = deltas;
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
        ListRequest wish = answers.wish(request);
        RowRenderer<EntitlementView> rows = rows(type, wish);
        return wish.delta().consumer().isPresent()
                ? deltas.open(request, wish, new News(type.name(), new EntitlementChanges()), rows::write)
                : lists.open(request, wish, type, rows);
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

    /** Entitlements that changed or are new. */
    private record News(String type, EntitlementChanges changes) implements Deltas.Source<EntitlementView> {
        @Override
        public String list() {
            return "entitlements/" + type;
        }

        @Override
        public long count(Handle handle, Pin pin, Window window) {
            return changes.count(handle, pin, type, window);
        }

        @Override
        public List<DeltaWalk.Part<EntitlementView>> parts(Pin pin, Window window) {
            return List.of((handle, key, limit) -> changes.read(handle, pin, type, window, key, limit));
        }
    }
}
