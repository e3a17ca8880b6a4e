package io.eicbridge.connector;

import io.eicbridge.directory.EntitlementChanges;
import io.eicbridge.directory.EntitlementPages;
import io.eicbridge.directory.EntitlementView;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Window;
import io.eicbridge.store.Store;
import java.io.InputStream;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Answers the contract's {@code /entitlements/…}. */
public final class EntitlementLists {
    private final Store store;
    private final Catalogue catalogue;
    private final Pins pins;
    private final ListAnswers answers;
    private final Deltas deltas;
    private final EntitlementPages pages = new EntitlementPages();

    /** Entitlements of the directory in this store. */
    public EntitlementLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers, Deltas deltas) {
        this.store = store;
        this.catalogue = catalogue;
        this.pins = pins;
        this.answers = answers;
        this.deltas = deltas;
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
        if (wish.delta().consumer().isPresent()) {
            ListAnswers.refuseViewOfDelta(wish);
            return deltas.open(request, wish, new News(type.name()), rows::write);
        }
        ListAnswers.refuseView(wish);
        Source source = new Source(pins.require(request.endpoint(), wish.run()), type.name());
        Walk walk = new KeyedWalk<>(store, source, rows, wish.offset(), ListAnswers.key(wish));
        long total = store.read(handle -> pages.count(handle, source.pin, type.name()));
        return answers.open(request, wish, source.pin, total, walk);
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

    private final class Source implements KeyedWalk.Source<EntitlementView> {
        private final Pin pin;
        private final String type;

        Source(Pin pin, String type) {
            this.pin = pin;
            this.type = type;
        }

        @Override
        public List<EntitlementView> from(Handle handle, long offset, int limit) {
            return pages.readFrom(handle, pin, type, offset, limit);
        }

        @Override
        public List<EntitlementView> after(Handle handle, long key, int limit) {
            return pages.readAfter(handle, pin, type, key, limit);
        }

        @Override
        public ToLongFunction<EntitlementView> key() {
            return EntitlementView::entitlement;
        }
    }

    /** Entitlements that changed or are new. */
    private record News(String type, EntitlementChanges changes) implements Deltas.Source<EntitlementView> {
        News(String type) {
            this(type, new EntitlementChanges());
        }

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
