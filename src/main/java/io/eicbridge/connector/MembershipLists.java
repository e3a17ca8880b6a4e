package io.eicbridge.connector;

import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.MembershipView;
import io.eicbridge.directory.Pin;
import io.eicbridge.store.Store;
import java.io.InputStream;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Answers the contract's {@code /accounts/…_memberships}. */
public final class MembershipLists {
    private final Store store;
    private final Catalogue catalogue;
    private final Pins pins;
    private final ListAnswers answers;
    private final MembershipPages pages = new MembershipPages();

    /** Memberships of the directory in this store. */
    public MembershipLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers) {
        this.store = store;
        this.catalogue = catalogue;
        this.pins = pins;
        this.answers = answers;
    }

    /**
     * The JSON of a page of memberships of one type, or of all; read from the directory while it is taken.
     *
     * @throws io.eicbridge.failure.Failure where the call is refused or nothing is there yet, see {@link ApiAnswers}
     */
    public InputStream open(Request request) {
        EntitlementType type = catalogue.memberships(request);
        ListRequest wish = answers.wish(request);
        ListAnswers.refuseView(wish);
        RowRenderer<MembershipView> rows = rows(wish);
        Source source = new Source(pins.require(request.endpoint(), wish.run()), type.name());
        Walk walk = new KeyedWalk<>(store, source, rows, wish.offset(), ListAnswers.key(wish));
        long total = store.read(handle -> pages.count(handle, source.pin, type.name()));
        return answers.open(request, wish, source.pin, total, walk);
    }

    private static RowRenderer<MembershipView> rows(ListRequest wish) {
        RowWriter writer =
                new RowWriter(Columns.ofMemberships().chosen(wish.view().fields()));
        return (json, membership) -> writer.put("accountID", membership.accountId())
                .put("entitlementID", membership.entitlementId())
                .write(json);
    }

    private final class Source implements KeyedWalk.Source<MembershipView> {
        private final Pin pin;
        private final String type;

        Source(Pin pin, String type) {
            this.pin = pin;
            this.type = type;
        }

        @Override
        public List<MembershipView> from(Handle handle, long offset, int limit) {
            return pages.readFrom(handle, pin, type, offset, limit);
        }

        @Override
        public List<MembershipView> after(Handle handle, long key, int limit) {
            return pages.readAfter(handle, pin, type, key, limit);
        }

        @Override
        public ToLongFunction<MembershipView> key() {
            return MembershipView::position;
        }
    }
}
