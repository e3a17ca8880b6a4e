package io.eicbridge.connector;

import io.eicbridge.directory.MembershipChanges;
import io.eicbridge.directory.MembershipDelta;
import io.eicbridge.directory.MembershipPages;
import io.eicbridge.directory.MembershipView;
import io.eicbridge.directory.Pin;
import io.eicbridge.directory.Window;
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
    private final Deltas deltas;
    private final MembershipPages pages = new MembershipPages();

    /** Memberships of the directory in this store. */
    public MembershipLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers, Deltas deltas) {
        this.store = store;
        this.catalogue = catalogue;
        this.pins = pins;
        this.answers = answers;
        this.deltas = deltas;
    }

    /**
     * The JSON of a page of memberships of one type, or of all; read from the directory while it is taken.
     *
     * @throws io.eicbridge.failure.Failure where the call is refused or nothing is there yet, see {@link ApiAnswers}
     */
    public InputStream open(Request request) {
        EntitlementType type = catalogue.memberships(request);
        ListRequest wish = answers.wish(request);
        MembershipRenderer rows = new MembershipRenderer(
                new RowWriter(Columns.ofMemberships().chosen(wish.view().fields())));
        if (wish.delta().consumer().isPresent()) {
            ListAnswers.refuseViewOfDelta(wish);
            return deltas.open(request, wish, new News(type.name()), rows);
        }
        ListAnswers.refuseView(wish);
        Source source = new Source(pins.require(request.endpoint(), wish.run()), type.name());
        Walk walk = new KeyedWalk<MembershipView>(store, source, rows::write, wish.offset(), ListAnswers.key(wish));
        long total = store.read(handle -> pages.count(handle, source.pin, type.name()));
        return answers.open(request, wish, source.pin, total, walk);
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

    /** Memberships of known accounts that began or ended, then all of accounts that are new. */
    private record News(String type, MembershipChanges changes) implements Deltas.Source<MembershipDelta> {
        News(String type) {
            this(type, new MembershipChanges());
        }

        @Override
        public String list() {
            return "memberships/" + type;
        }

        @Override
        public long count(Handle handle, Pin pin, Window window) {
            return changes.count(handle, pin, type, window);
        }

        @Override
        public List<DeltaWalk.Part<MembershipDelta>> parts(Pin pin, Window window) {
            return List.of(
                    (handle, key, limit) -> changes.changed(handle, pin, type, window, key, limit),
                    (handle, key, limit) -> changes.added(handle, pin, type, window, key, limit));
        }
    }
}
