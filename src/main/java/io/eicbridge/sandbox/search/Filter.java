package io.eicbridge.sandbox.search;

import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Contact;
import java.util.List;
import java.util.function.Predicate;

/** A condition on contacts, or several joined. */
public sealed interface Filter {
    /** True where the contact is wanted. */
    boolean matches(Contact contact);

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
