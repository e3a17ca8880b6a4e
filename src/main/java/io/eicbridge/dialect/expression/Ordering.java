package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sums, extremes and order. A list that the expression made is changed as Groovy does, a bound one is not. */
final class Ordering {
    static final MethodTable ALLOWED = new MethodTable()
            .with("sum", 0, (list, arguments, run) -> sum(of(list), run))
            .with("max", 0, (list, arguments, run) -> best(of(list), element -> element, 1, run))
            .with("min", 0, (list, arguments, run) -> best(of(list), element -> element, -1, run))
            .with("sort", 0, (list, arguments, run) -> sorted(of(list), element -> element, run))
            .with(
                    "toSorted",
                    0,
                    (list, arguments, run) ->
                            sorted(Picking.part(list, 0, of(list).size(), run), element -> element, run))
            .with("unique", 0, (list, arguments, run) -> unique(of(list), element -> element, run))
            .with(
                    "toUnique",
                    0,
                    (list, arguments, run) ->
                            unique(Picking.part(list, 0, of(list).size(), run), element -> element, run));

    private Ordering() {}

    static Object sum(List<?> list, Evaluation run) {
        Object sum = null;
        for (int i = 0; i < list.size(); i++) {
            run.step();
            sum = i == 0 ? list.get(i) : Adding.plus(sum, list.get(i), run);
        }
        return sum;
    }

    /** The element whose key is the greatest or least; the first of several. */
    static Object best(List<?> list, Function<Object, Object> key, int direction, Evaluation run) {
        Object best = null;
        Object bestKey = null;
        for (Object element : list.stream().filter(Objects::nonNull).toList()) {
            Object found = key.apply(element);
            run.weigh(found, 1);
            if (best == null || Integer.signum(Comparing.compare(found, bestKey)) == direction) {
                best = element;
                bestKey = found;
            }
        }
        return best;
    }

    static Object sorted(List<?> list, Function<Object, Object> key, Evaluation run) {
        List<Keyed> keyed = new ArrayList<>();
        list.forEach(element -> keyed.add(new Keyed(key.apply(element), element)));
        Comparator<Keyed> order = (one, other) -> {
            run.weigh(one.key, 1);
            return Comparing.compare(one.key, other.key);
        };
        keyed.sort(order);
        return replaced(list, keyed.stream().map(Keyed::element).collect(Collectors.toList()), run);
    }

    static Object unique(List<?> list, Function<Object, Object> key, Evaluation run) {
        List<Keyed> kept = new ArrayList<>();
        for (Object element : list) {
            Object own = key.apply(element);
            if (kept.stream().noneMatch(other -> Comparing.areEquivalent(own, other.key, run))) {
                kept.add(new Keyed(own, element));
            }
        }
        return replaced(list, kept.stream().map(Keyed::element).collect(Collectors.toList()), run);
    }

    private static Object replaced(List<?> list, List<Object> elements, Evaluation run) {
        run.grow(elements.size());
        if (!(list instanceof ArrayList)) {
            return new ArrayList<>(elements);
        }
        List<Object> own = Changing.list(list);
        own.clear();
        own.addAll(elements);
        return own;
    }

    private static List<?> of(Object receiver) {
        return (List<?>) receiver;
    }

    private record Keyed(Object key, Object element) {}
}
