package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Shelf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A condition on contacts, or several joined. */
public sealed interface Filter {
    /** True where the contact is wanted. */
    boolean matches(Contact contact);

    /** The few contacts, in any standing, among which all matches are; empty where that is not known. */
    default Optional<List<Contact>> few(Shelf shelf) {
        return Optional.empty();
    }

    /** What the filter says about the attribute that results are sorted by. */
    Span span(Attribute sort);

    /** All of them. */
    record All(List<Filter> filters) implements Filter {
        @Override
        public boolean matches(Contact contact) {
            for (Filter filter : filters) {
                if (!filter.matches(contact)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Optional<List<Contact>> few(Shelf shelf) {
            return filters.stream()
                    .map(filter -> filter.few(shelf))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        @Override
        public Span span(Attribute sort) {
            return filters.stream().map(filter -> filter.span(sort)).reduce(Span.everything(true), Span::and);
        }
    }

    /** Any of them. */
    record Any(List<Filter> filters) implements Filter {
        @Override
        public boolean matches(Contact contact) {
            for (Filter filter : filters) {
                if (filter.matches(contact)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Optional<List<Contact>> few(Shelf shelf) {
            List<List<Contact>> each = filters.stream()
                    .map(filter -> filter.few(shelf))
                    .flatMap(Optional::stream)
                    .toList();
            return each.size() < filters.size()
                    ? Optional.empty()
                    : Optional.of(each.stream().flatMap(List::stream).toList());
        }

        @Override
        public Span span(Attribute sort) {
            return filters.stream()
                    .map(filter -> filter.span(sort))
                    .reduce(Span::or)
                    .orElse(Span.everything(true));
        }
    }

    /** A range of a point in time, in Unix seconds; a contact without a value never matches. */
    record Range(Attribute attribute, long from, long to) implements Filter {
        @Override
        public boolean matches(Contact contact) {
            Object value = contact.value(attribute);
            if (!(value instanceof Number number)) {
                return false;
            }
            long second = number.longValue();
            return second >= from && second < to;
        }

        @Override
        public Span span(Attribute sort) {
            boolean sorted = sort.name().equals(attribute.name());
            return sorted ? new Span(Math.max(from, 0), to, true) : Span.everything(false);
        }
    }

    /** One value of an attribute by which contacts are found without looking at all of them. */
    record Key(Attribute attribute, String value, Filter test) implements Filter {
        private static final Map<String, BiFunction<Shelf, String, Stream<Contact>>> WAYS = Map.of(
                "id", (shelf, id) -> shelf.find(id).stream(),
                "external_id", Shelf::byExternalId,
                "email", Shelf::byEmail);

        static boolean fits(Attribute attribute) {
            return WAYS.containsKey(attribute.name());
        }

        @Override
        public boolean matches(Contact contact) {
            return test.matches(contact);
        }

        @Override
        public Optional<List<Contact>> few(Shelf shelf) {
            return Optional.of(WAYS.get(attribute.name()).apply(shelf, value).toList());
        }

        @Override
        public Span span(Attribute sort) {
            return Span.everything(false);
        }
    }

    /** Anything else. */
    record Test(Predicate<Contact> test) implements Filter {
        @Override
        public boolean matches(Contact contact) {
            return test.test(contact);
        }

        @Override
        public Span span(Attribute sort) {
            return Span.everything(false);
        }
    }
}
