package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The walks that ask a closure for something about each element and order, add or arrange by it. */
final class KeyedWalking {
    private KeyedWalking() {}

    static Object walk(Object on, String name, List<?> elements, Function<Object, Object> key, Evaluation run) {
        return switch (name) {
            case "collectMany" -> many(elements, key, run);
            case "collectEntries" -> entries(elements, key, run);
            case "groupBy" -> groups(elements, key, run);
            case "findIndexOf" -> place(elements, key);
            case "sum" -> Ordering.sum(elements.stream().map(key).collect(Collectors.toList()), run);
            case "max" -> Ordering.best(elements, key, 1, run);
            case "min" -> Ordering.best(elements, key, -1, run);
            default -> arranged(on, name, key, run);
        };
    }

    private static Object arranged(Object on, String name, Function<Object, Object> key, Evaluation run) {
        if (!(on instanceof List<?> list)) {
            throw new Refusal("cannot call " + name + " on " + Kind.of(on) + ". A list is needed");
        }
        return name.equals("sort") ? Ordering.sorted(list, key, run) : Ordering.unique(list, key, run);
    }

    private static Object many(List<?> elements, Function<Object, Object> key, Evaluation run) {
        List<Object> many = new ArrayList<>();
        for (Object element : elements) {
            List<?> more = Arguments.list(one(key.apply(element)), 0);
            run.grow(more.size());
            many.addAll(more);
        }
        return many;
    }

    /** The closure gives each entry as a list of key and value, or as an object. */
    private static Object entries(List<?> elements, Function<Object, Object> key, Evaluation run) {
        Map<Object, Object> made = new LinkedHashMap<>();
        for (Object element : elements) {
            Object entry = key.apply(element);
            if (entry instanceof Map<?, ?> map) {
                run.grow(map.size());
                made.putAll(map);
            } else {
                List<?> both = Arguments.list(one(entry), 0);
                Changing.put(made, both.get(0), both.get(1), run);
            }
        }
        return made;
    }

    private static Object groups(List<?> elements, Function<Object, Object> key, Evaluation run) {
        Map<Object, List<Object>> groups = new LinkedHashMap<>();
        for (Object element : elements) {
            run.grow(1);
            groups.computeIfAbsent(Changing.key(key.apply(element)), name -> new ArrayList<>())
                    .add(element);
        }
        return groups;
    }

    private static Object place(List<?> elements, Function<Object, Object> key) {
        for (int i = 0; i < elements.size(); i++) {
            if (Truth.of(key.apply(elements.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static List<Object> one(Object value) {
        return Collections.singletonList(value);
    }
}
