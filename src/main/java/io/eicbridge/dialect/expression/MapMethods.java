package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What expressions may ask an object. */
final class MapMethods {
    static final MethodTable ALLOWED = new MethodTable()
            .with("size", 0, (map, arguments, run) -> of(map).size())
            .with("isEmpty", 0, (map, arguments, run) -> of(map).isEmpty())
            .with("get", 1, (map, arguments, run) -> of(map).get(lookedUp(arguments)))
            .with("containsKey", 1, (map, arguments, run) -> of(map).containsKey(lookedUp(arguments)))
            .with("put", 2, (map, arguments, run) -> {
                Object before = Changing.map(map).get(Changing.key(arguments.get(0)));
                Changing.put(map, arguments.get(0), arguments.get(1), run);
                return before;
            })
            .with("remove", 1, (map, arguments, run) -> Changing.map(map).remove(Changing.key(arguments.get(0))))
            .with("getOrDefault", 2, (map, arguments, run) -> {
                Object key = lookedUp(arguments);
                return of(map).containsKey(key) ? of(map).get(key) : arguments.get(1);
            })
            .with("containsValue", 1, (map, arguments, run) -> {
                run.weigh(arguments.get(0), of(map).size() + 1L);
                return of(map).containsValue(arguments.get(0));
            })
            .with("keySet", 0, (map, arguments, run) -> copy(of(map).keySet(), run))
            .with("values", 0, (map, arguments, run) -> copy(of(map).values(), run))
            .with("entrySet", 0, (map, arguments, run) -> Iterating.elements(map, run))
            .with("putAll", 1, (map, arguments, run) -> {
                run.grow(of(arguments.get(0)).size());
                Changing.map(map).putAll(of(arguments.get(0)));
                return null;
            })
            .with("toString", 0, (map, arguments, run) -> Building.text(map, run))
            .with("equals", 1, (map, arguments, run) -> Calculating.isEqual(map, arguments.get(0), run));

    private static Object lookedUp(List<Object> arguments) {
        Object key = arguments.get(0);
        return key instanceof List || key instanceof Map ? Changing.key(key) : key;
    }

    private MapMethods() {}

    /** A list of its own; Groovy's changes with the object, which no expression has been seen to need. */
    private static List<Object> copy(Collection<?> values, Evaluation run) {
        run.grow(values.size());
        return Collections.unmodifiableList(new ArrayList<>(values));
    }

    private static Map<?, ?> of(Object receiver) {
        return (Map<?, ?>) receiver;
    }
}
