package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Shelf;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The contacts of a stretch of ranks in order, with the changed ones merged in at their places. */
final class Stretch implements Iterator<Contact> {
    private final Shelf shelf;
    private final Order order;
    private final boolean descending;
    private final Iterator<Contact> changed;
    private int rank;
    private final int end;
    private Contact made;
    private Contact other;

    /** Ranks from {@code low} to below {@code high}; the changed contacts come sorted in the direction of travel. */
    Stretch(Shelf shelf, Order order, int low, int high, boolean descending, List<Contact> changed) {
        this.shelf = shelf;
        this.order = order;
        this.descending = descending;
        this.changed = changed.iterator();
        this.rank = descending ? high - 1 : low;
        this.end = descending ? low - 1 : high;
        advanceMade();
        advanceOther();
    }

    private void advanceMade() {
        made = null;
        while (made == null && (descending ? rank > end : rank < end)) {
            int index = order.at(rank);
            rank += descending ? -1 : 1;
            made = shelf.isChanged(index) ? null : shelf.at(index);
        }
    }

    private void advanceOther() {
        other = changed.hasNext() ? changed.next() : null;
    }

    @Override
    public boolean hasNext() {
        return made != null || other != null;
    }

    @Override
    public Contact next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean takeMade = other == null || made != null && madeComesFirst();
        Contact taken = takeMade ? made : other;
        if (takeMade) {
            advanceMade();
        } else {
            advanceOther();
        }
        return taken;
    }

    private boolean madeComesFirst() {
        int compared = Long.compare(order.key(made), order.key(other));
        int decided = compared == 0 ? Integer.compare(made.index(), other.index()) : compared;
        return descending ? decided > 0 : decided < 0;
    }
}
