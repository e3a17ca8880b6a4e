package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All methods that expressions may call, by the kind of value; there are no others. */
final class Methods {
    private static final MethodTable OF_ALL =
            new MethodTable().with("inspect", 0, (receiver, arguments, run) -> Building.inspected(receiver, run));
    private static final MethodTable OF_NULL = new MethodTable()
            .with("toString", 0, (receiver, arguments, run) -> "null")
            .with("equals", 1, (receiver, arguments, run) -> arguments.get(0) == null);
    private static final MethodTable OF_SIMPLE = new MethodTable()
            .with("toString", 0, (receiver, arguments, run) -> Building.text(receiver, run))
            .with("equals", 1, (receiver, arguments, run) -> receiver.equals(arguments.get(0)));
    private static final Set<String> NAMES = names();

    private Methods() {}

    static Object call(Object receiver, String name, List<Object> arguments, Evaluation run) {
        MethodTable table = of(receiver);
        Method own = table.find(name, arguments.size());
        Method method = own == null ? OF_ALL.find(name, arguments.size()) : own;
        if (method == null) {
            String help = receiver == null ? ". Put ?. before it" : ". Allowed: " + String.join(", ", table.names());
            throw new Refusal(
                    "cannot call " + name + " with " + arguments.size() + " arguments on " + Kind.of(receiver) + help);
        }
        run.read(receiver);
        Object result = method.call(receiver, arguments, run);
        boolean isNew = result instanceof String && result != receiver;
        run.grow(isNew ? ((String) result).length() : 0);
        return result;
    }

    /** The names that any kind of value has, so that others are refused when the expression is read. */
    static Set<String> known() {
        return NAMES;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        List.of(
                        OF_ALL,
                        OF_NULL,
                        OF_SIMPLE,
                        TextMethods.ALLOWED,
                        ListMethods.OF_LISTS,
                        ListMethods.OF_PARTS,
                        MapMethods.ALLOWED,
                        Pair.ALLOWED,
                        Moment.ALLOWED,
                        DatePattern.ALLOWED)
                .forEach(table -> names.addAll(table.names()));
        return names;
    }

    private static MethodTable of(Object receiver) {
        if (receiver == null) {
            return OF_NULL;
        }
        if (receiver instanceof String || receiver instanceof Interpolation) {
            return TextMethods.ALLOWED;
        }
        if (receiver instanceof List) {
            return receiver instanceof Parts ? ListMethods.OF_PARTS : ListMethods.OF_LISTS;
        }
        if (receiver instanceof Moment) {
            return Moment.ALLOWED;
        }
        if (receiver instanceof DatePattern) {
            return DatePattern.ALLOWED;
        }
        if (receiver instanceof Pair) {
            return Pair.ALLOWED;
        }
        return receiver instanceof Map ? MapMethods.ALLOWED : OF_SIMPLE;
    }
}
