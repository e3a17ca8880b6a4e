package io.eicbridge.dialect.expression;

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
            .with("toString", 0, (map, arguments, run) -> Building.text(map, run))
            .with("equals", 1, (map, arguments, run) -> Calculating.isEqual(map, arguments.get(0), run));

    private static Object lookedUp(List<Object> arguments) {
        Object key = arguments.get(0);
        return key instanceof List || key instanceof Map ? Changing.key(key) : key;
    }

    private MapMethods() {}

    private static Map<?, ?> of(Object receiver) {
        return (Map<?, ?>) receiver;
    }
}
