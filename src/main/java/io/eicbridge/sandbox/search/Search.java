package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.people.Population;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds pages of contacts on a shelf: a page costs what lies between its first and last row, a count is kept until something changes. */
public final class Search {
    private static final int MOST_COUNTS = 2000;
    private final Orders orders;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Map<String, List<Contact>> sorted = new ConcurrentHashMap<>();
    private long version = -1;

    /** A search that remembers counts of one shelf. */
    public Search(Population population) {
        this.orders = new Orders(population);
    }

    /** The page that is wanted. */
    public Found page(Shelf shelf, Wanted wanted) {
        String state = shelf.version() + "|";
        forget(shelf.version());
        Order order = orders.by(wanted.sort());
        Optional<List<Contact>> few = wanted.filter().few(shelf);
        if (few.isPresent()) {
            return among(few.get(), wanted, order);
        }
        Span span = wanted.filter().span(order.attribute());
        int total = counts.computeIfAbsent(state + wanted.key(), key -> count(shelf, wanted.filter(), order, span));
        List<Contact> rows = total == 0 ? List.of() : rows(shelf, wanted, order, span, state);
        return found(rows, total, wanted, order);
    }

    private static Found among(List<Contact> few, Wanted wanted, Order order) {
        List<Contact> matches = few.stream()
                .filter(contact -> contact.isLive() && wanted.filter().matches(contact))
                .collect(Collectors.toMap(Contact::index, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(comparator(order, wanted))
                .toList();
        List<Contact> rows = matches.stream()
                .filter(contact -> wanted.after() == null || isAfter(order, contact, wanted))
                .limit(wanted.perPage() + 1L)
                .toList();
        return found(rows, matches.size(), wanted, order);
    }

    /** One row more than a page shows that there is a next page. */
    private static Found found(List<Contact> rows, int total, Wanted wanted, Order order) {
        boolean more = rows.size() > wanted.perPage();
        List<Contact> kept = more ? rows.subList(0, wanted.perPage()) : rows;
        Cursor next = more ? after(order, kept.get(kept.size() - 1), wanted.page() + 1) : null;
        return new Found(kept, total, wanted.page(), wanted.perPage(), start(wanted), next);
    }

    /** Every key begins with the state it was worked out for, so that a change in the middle cannot leave a wrong count behind. */
    private synchronized void forget(long current) {
        if (version != current || counts.size() > MOST_COUNTS) {
            counts.clear();
            sorted.clear();
            version = current;
        }
    }

    private static Cursor after(Order order, Contact last, int page) {
        return new Cursor(order.key(last), last.index(), page);
    }

    private static Cursor start(Wanted wanted) {
        Cursor after = wanted.after();
        long first = wanted.descending() ? Span.LAST : Span.FIRST;
        return after == null ? new Cursor(first, 0, 2) : new Cursor(after.value(), after.index(), after.page() + 1);
    }

    private List<Contact> rows(Shelf shelf, Wanted wanted, Order order, Span span, String state) {
        int low = Math.max(order.rankOf(span.from(), 0), wanted.descending() ? 0 : floor(order, wanted.after()));
        int high = Math.min(
                order.rankOf(span.to(), 0), wanted.descending() ? ceiling(order, wanted.after()) : order.size());
        Stretch stretch =
                new Stretch(shelf, order, low, high, wanted.descending(), changed(shelf, wanted, order, state));
        List<Contact> rows = new ArrayList<>(wanted.perPage() + 1);
        while (stretch.hasNext() && rows.size() <= wanted.perPage()) {
            Contact contact = stretch.next();
            if (wanted.filter().matches(contact)) {
                rows.add(contact);
            }
        }
        return rows;
    }

    private static int floor(Order order, Cursor after) {
        return after == null ? 0 : order.rankOf(after.value(), after.index() + 1);
    }

    private static int ceiling(Order order, Cursor after) {
        return after == null ? order.size() : order.rankOf(after.value(), after.index());
    }

    private List<Contact> changed(Shelf shelf, Wanted wanted, Order order, String state) {
        if (shelf.changed().isEmpty()) {
            return List.of();
        }
        Comparator<Contact> comparator = comparator(order, wanted);
        List<Contact> all =
                sorted.computeIfAbsent(state + wanted.sort() + wanted.descending(), key -> shelf.changed().stream()
                        .filter(Contact::isLive)
                        .sorted(comparator)
                        .toList());
        return wanted.after() == null
                ? all
                : all.stream()
                        .filter(contact -> isAfter(order, contact, wanted))
                        .toList();
    }

    private static Comparator<Contact> comparator(Order order, Wanted wanted) {
        Comparator<Contact> ascending = Comparator.comparingLong(order::key).thenComparingInt(Contact::index);
        return wanted.descending() ? ascending.reversed() : ascending;
    }

    private static boolean isAfter(Order order, Contact contact, Wanted wanted) {
        int compared = Long.compare(order.key(contact), wanted.after().value());
        int decided =
                compared == 0 ? Integer.compare(contact.index(), wanted.after().index()) : compared;
        return wanted.descending() ? decided < 0 : decided > 0;
    }

    private static int count(Shelf shelf, Filter filter, Order order, Span span) {
        int low = order.rankOf(span.from(), 0);
        int high = order.rankOf(span.to(), 0);
        int changed = (int) shelf.changed().stream()
                .filter(contact -> contact.isLive() && filter.matches(contact))
                .count();
        return changed + (span.exact() ? unchanged(shelf, order, low, high) : scanned(shelf, filter, order, low, high));
    }

    private static int unchanged(Shelf shelf, Order order, int low, int high) {
        if (shelf.changed().isEmpty()) {
            return high - low;
        }
        int gone = 0;
        for (int rank = low; rank < high; rank++) {
            gone += shelf.isChanged(order.at(rank)) ? 1 : 0;
        }
        return high - low - gone;
    }

    private static int scanned(Shelf shelf, Filter filter, Order order, int low, int high) {
        int count = 0;
        for (int rank = low; rank < high; rank++) {
            int index = order.at(rank);
            count += !shelf.isChanged(index) && filter.matches(shelf.at(index)) ? 1 : 0;
        }
        return count;
    }
}
