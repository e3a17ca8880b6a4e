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
import org.jdbi.v3.core.Handle;

/** Answers the contract's {@code /accounts/…_memberships}. */
public final class MembershipLists {
    private final Catalogue catalogue;
    private final ListAnswers answers;
    private final Deltas deltas;
    private final KeyedLists<MembershipView> lists;

    /** Memberships of the directory in this store. */
    public MembershipLists(Store store, Catalogue catalogue, Pins pins, ListAnswers answers, Deltas deltas) {
        MembershipPages pages = new MembershipPages();
        this.catalogue = catalogue;
        this.answers = answers;
        this.deltas = deltas;
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
        EntitlementType type = catalogue.memberships(request);
        ListRequest wish = answers.wish(request);
        MembershipRenderer rows = new MembershipRenderer(
                new RowWriter(Columns.ofMemberships().chosen(wish.view().fields())));
        return wish.delta().consumer().isPresent()
                ? deltas.open(request, wish, new News(type.name(), new MembershipChanges()), rows)
                : lists.open(request, wish, type, rows::write);
    }

    /** Memberships of known accounts that began or ended, then all of accounts that are new. */
    private record News(String type, MembershipChanges changes) implements Deltas.Source<MembershipDelta> {
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
