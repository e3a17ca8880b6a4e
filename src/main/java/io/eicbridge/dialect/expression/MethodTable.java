package io.eicbridge.dialect.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The methods that one kind of value has in expressions, by name and number of arguments. */
final class MethodTable {
    private final Map<String, Method> methods = new TreeMap<>();

    MethodTable with(String name, int arguments, Method method) {
        methods.put(name + "/" + arguments, method);
        return this;
    }

    /** These and those of another table, which win where both have one. */
    MethodTable and(MethodTable more) {
        methods.putAll(more.methods);
        return this;
    }

    /** The method, null where there is none. */
    Method find(String name, int arguments) {
        return methods.get(name + "/" + arguments);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        methods.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('/'))));
        return names;
    }
}
