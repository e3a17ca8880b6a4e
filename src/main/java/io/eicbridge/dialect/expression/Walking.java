package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods that take a closure through all elements of a list or an object. */
final class Walking {
    static final Set<String> NAMES = Set.of("each", "eachWithIndex", "collect", "find", "findAll", "any", "every");

    private Walking() {}

    static Object walk(Object on, String name, Closing body, Evaluation run) {
        List<?> elements = Iterating.elements(on, run);
        return switch (name) {
            case "each", "eachWithIndex" -> each(on, elements, name.equals("eachWithIndex"), body, run);
            case "collect" -> collect(elements, body, run);
            case "find" -> find(elements, body, run);
            case "any" -> elements.stream().anyMatch(element -> holds(body, element, run));
            case "every" -> elements.stream().allMatch(element -> holds(body, element, run));
            default -> findAll(on, elements, body, run);
        };
    }

    private static Object each(Object on, List<?> elements, boolean isNumbered, Closing body, Evaluation run) {
        for (int i = 0; i < elements.size(); i++) {
            body.call(run, isNumbered ? Arrays.asList(elements.get(i), i) : one(elements.get(i)));
        }
        return on;
    }

    private static Object collect(List<?> elements, Closing body, Evaluation run) {
        List<Object> made = new ArrayList<>();
        elements.forEach(element -> made.add(body.call(run, one(element))));
        return made;
    }

    private static Object find(List<?> elements, Closing body, Evaluation run) {
        for (Object element : elements) {
            if (holds(body, element, run)) {
                return element;
            }
        }
        return null;
    }

    private static Object findAll(Object on, List<?> elements, Closing body, Evaluation run) {
        if (on instanceof Map) {
            throw new Refusal("cannot call findAll on an object. Go through its entries with each");
        }
        List<Object> found = new ArrayList<>();
        elements.stream().filter(element -> holds(body, element, run)).forEach(found::add);
        return found;
    }

    private static boolean holds(Closing body, Object element, Evaluation run) {
        return Truth.of(body.call(run, one(element)));
    }

    private static List<Object> one(Object element) {
        return Collections.singletonList(element);
    }
}
