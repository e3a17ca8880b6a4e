package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groovy's ways into a value: a property, and an index. */
final class Reading {
    /** What Groovy takes from a list's class instead of from its elements. */
    private static final Set<String> OF_THE_LIST = Set.of("class", "empty", "first", "last", "metaClass", "properties");

    private Reading() {}

    /** A property; of an object the member of that name, whatever the name is, of a list those of all elements. */
    static Object property(Object owner, String name, Evaluation run) {
        if (owner instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (owner instanceof Moment moment && name.equals("time")) {
            return moment.time();
        }
        if (owner instanceof Parts parts && name.equals("length")) {
            return parts.size();
        }
        if (owner instanceof List<?> list && !(owner instanceof Parts) && !OF_THE_LIST.contains(name)) {
            return spread(list, name, run);
        }
        throw new Refusal(
                "cannot read \"" + name + "\" of " + Kind.of(owner) + (owner == null ? ". Put ?. before it" : ""));
    }

    /** An element of a list or text, from the end where the index is below zero; a member of an object. */
    static Object index(Object owner, Object index, Evaluation run) {
        if (owner instanceof Map<?, ?> map) {
            return map.get(index instanceof Interpolation name ? name.text() : index);
        }
        if (index instanceof Range range) {
            return stretch(owner, range, run);
        }
        if (owner instanceof List<?> list && index instanceof Number number) {
            return element(list, number.intValue());
        }
        if (owner instanceof List<?> list && index instanceof String name) {
            return property(list, name, run);
        }
        if ((owner instanceof String || owner instanceof Interpolation) && index instanceof Number number) {
            String text = owner.toString();
            return String.valueOf(text.charAt(fromStart(number.intValue(), text.length())));
        }
        throw new Refusal("cannot take " + Kind.of(index) + " as an index into " + Kind.of(owner));
    }

    private static Object stretch(Object owner, Range range, Evaluation run) {
        if (owner instanceof List<?> list) {
            return range.of(list, run);
        }
        if (owner instanceof String || owner instanceof Interpolation) {
            run.grow(range.size());
            return range.of(owner.toString());
        }
        throw new Refusal("cannot take a range of " + Kind.of(owner));
    }

    private static Object element(List<?> list, int index) {
        int place = fromStart(index, list.size());
        return place >= list.size() && !(list instanceof Parts) ? null : list.get(place);
    }

    private static int fromStart(int index, int size) {
        int place = index < 0 ? index + size : index;
        if (place < 0) {
            throw new IndexOutOfBoundsException();
        }
        return place;
    }

    private static List<Object> spread(List<?> list, String name, Evaluation run) {
        run.grow(list.size());
        List<Object> values = new ArrayList<>(list.size());
        for (Object element : list) {
            run.step();
            if (element != null) {
                values.add(property(element, name, run));
            }
        }
        return Collections.unmodifiableList(values);
    }
}
