package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods that give a part of a list, or its elements in another arrangement, and leave the list as it is. */
final class Picking {
    static final MethodTable ALLOWED = new MethodTable()
            .with("first", 0, (list, arguments, run) -> at(of(list), 0))
            .with("head", 0, (list, arguments, run) -> at(of(list), 0))
            .with("last", 0, (list, arguments, run) -> at(of(list), of(list).size() - 1))
            .with("tail", 0, (list, arguments, run) -> part(list, 1, of(list).size(), run))
            .with("take", 1, (list, arguments, run) -> part(list, 0, within(list, arguments), run))
            .with("drop", 1, (list, arguments, run) -> part(list, within(list, arguments), of(list).size(), run))
            .with("toList", 0, (list, arguments, run) -> part(list, 0, of(list).size(), run))
            .with("reverse", 0, (list, arguments, run) -> reversed(list, run))
            .with("flatten", 0, (list, arguments, run) -> flat(of(list), new ArrayList<>(), run))
            .with("plus", 1, (list, arguments, run) -> Adding.plus(list, arguments.get(0), run))
            .with("minus", 1, (list, arguments, run) -> without(of(list), arguments.get(0), run))
            .with("count", 1, (list, arguments, run) -> (int) of(list).stream()
                    .filter(element -> Comparing.areEquivalent(element, arguments.get(0), run))
                    .count());

    private Picking() {}

    /** All elements but those equal to another value, or to an element of another list. */
    static List<Object> without(List<?> list, Object removed, Evaluation run) {
        List<?> gone = removed instanceof List<?> many ? many : Collections.singletonList(removed);
        List<Object> left = new ArrayList<>();
        run.grow(list.size());
        for (Object element : list) {
            if (gone.stream().noneMatch(other -> Comparing.areEquivalent(element, other, run))) {
                left.add(element);
            }
        }
        return left;
    }

    static List<Object> repeated(List<?> list, int times, Evaluation run) {
        if (times < 0 && !list.isEmpty()) {
            throw new Refusal("cannot repeat a list " + times + " times");
        }
        run.grow((long) list.size() * times);
        List<Object> repeated = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            run.step();
            repeated.addAll(list);
        }
        return repeated;
    }

    static List<Object> part(Object list, int from, int to, Evaluation run) {
        run.grow(Math.max(0, to - from));
        return new ArrayList<>(of(list).subList(from, to));
    }

    private static Object at(List<?> list, int index) {
        return list.get(index);
    }

    private static int within(Object list, List<Object> arguments) {
        return Math.max(0, Math.min(Arguments.whole(arguments, 0), of(list).size()));
    }

    private static List<Object> reversed(Object list, Evaluation run) {
        List<Object> reversed = part(list, 0, of(list).size(), run);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Object> flat(List<?> list, List<Object> flat, Evaluation run) {
        run.grow(list.size());
        for (Object element : list) {
            if (element instanceof List<?> inner) {
                flat(inner, flat, run);
            } else {
                flat.add(element);
            }
        }
        return flat;
    }

    private static List<?> of(Object receiver) {
        return (List<?>) receiver;
    }
}
