package io.eicbridge.dialect.expression;

import java.util.Map;

/** What expressions may ask an object. */
final class MapMethods {
    static final MethodTable ALLOWED = new MethodTable()
            .with("size", 0, (map, arguments, run) -> of(map).size())
            .with("isEmpty", 0, (map, arguments, run) -> of(map).isEmpty())
            .with("get", 1, (map, arguments, run) -> of(map).get(arguments.get(0)))
            .with("containsKey", 1, (map, arguments, run) -> of(map).containsKey(arguments.get(0)))
            .with("toString", 0, (map, arguments, run) -> Building.text(map, run))
            .with("equals", 1, (map, arguments, run) -> Comparing.areEqual(map, arguments.get(0)));

    private MapMethods() {}

    private static Map<?, ?> of(Object receiver) {
        return (Map<?, ?>) receiver;
    }
}
