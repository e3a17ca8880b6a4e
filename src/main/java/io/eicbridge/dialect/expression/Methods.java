package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The methods that may be called on one kind of value, by name and number of arguments; there are no others. */
final class Methods {
    private static final Methods NOTHING = new Methods()
            .with("toString", 0, (receiver, arguments, run) -> "null")
            .with("equals", 1, (receiver, arguments, run) -> arguments.get(0) == null);
    private static final Methods SIMPLE = new Methods()
            .with("toString", 0, (receiver, arguments, run) -> Building.text(receiver, run))
            .with("equals", 1, (receiver, arguments, run) -> receiver.equals(arguments.get(0)));
    private static final List<Methods> ALL = List.of(
            NOTHING, SIMPLE, TextMethods.ALLOWED, ListMethods.OF_LISTS, ListMethods.OF_PARTS, MapMethods.ALLOWED);
    private final Map<String, Method> allowed = new TreeMap<>();

    Methods with(String name, int arguments, Method method) {
        allowed.put(name + "/" + arguments, method);
        return this;
    }

    static Object call(Object receiver, String name, List<Object> arguments, Evaluation run) {
        Method method = of(receiver).allowed.get(name + "/" + arguments.size());
        if (method == null) {
            String help = receiver == null
                    ? ". Put ?. before it"
                    : ". Allowed: " + of(receiver).names();
            throw new Refusal(
                    "cannot call " + name + " with " + arguments.size() + " arguments on " + Kind.of(receiver) + help);
        }
        return method.call(receiver, arguments, run);
    }

    /** Whether any kind of value has it, so that others are refused when the expression is read. */
    static boolean isKnown(String name) {
        return ALL.stream().anyMatch(methods -> methods.names().contains(name));
    }

    static Set<String> known() {
        Set<String> names = new TreeSet<>();
        ALL.forEach(methods -> names.addAll(methods.names()));
        return names;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        allowed.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('/'))));
        return names;
    }

    private static Methods of(Object receiver) {
        if (receiver == null) {
            return NOTHING;
        }
        if (receiver instanceof String || receiver instanceof Interpolation) {
            return TextMethods.ALLOWED;
        }
        if (receiver instanceof List) {
            return receiver instanceof Parts ? ListMethods.OF_PARTS : ListMethods.OF_LISTS;
        }
        return receiver instanceof Map ? MapMethods.ALLOWED : SIMPLE;
    }
}
