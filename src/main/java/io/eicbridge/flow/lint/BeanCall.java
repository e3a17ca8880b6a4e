package io.eicbridge.flow.lint;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call {@code name(argument, argument)} as routes write it.
 *
 * @param arguments how many there are, -1 where the call has no parentheses and Camel hands over the body
 */
record BeanCall(String name, int arguments) {

    static BeanCall parse(String text) {
        int open = text.indexOf('(');
        return open < 0
                ? new BeanCall(text.strip(), -1)
                : new BeanCall(
                        text.substring(0, open).strip(),
                        count(text.substring(open + 1, Math.max(open + 1, text.lastIndexOf(')')))));
    }

    /** What is wrong with this call on the given type, if anything. */
    Optional<String> complaint(String bean, Class<?> type) {
        List<Method> found =
                methods(type).filter(method -> method.getName().equals(name)).toList();
        String call = "found '" + bean + "." + name + "'";
        if (found.isEmpty()) {
            return Optional.of(call + ", which " + type.getSimpleName() + " does not have");
        }
        if (found.size() > 1) {
            return Optional.of(call + ", which has overloads; allowed is one method of that name");
        }
        return Optional.of(found.get(0).getParameterCount())
                .filter(count -> arguments < 0 ? count > 1 : count != arguments)
                .map(count -> call + " with " + (arguments < 0 ? "the body alone" : arguments + " arguments")
                        + "; it takes " + count);
    }

    /** The methods that routes may call. */
    static String offered(Class<?> type) {
        return type.getSimpleName() + " has "
                + methods(type)
                        .map(method -> method.getName() + "/" + method.getParameterCount())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isSynthetic() && method.getDeclaringClass() != Object.class)
                .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()));
    }

    private static int count(String arguments) {
        return arguments.isBlank() ? 0 : 1 + (int) separators(arguments);
    }

    /** Commas outside of quotes, braces and parentheses. */
    private static long separators(String arguments) {
        String flat = arguments.replaceAll("'[^']*'|\"[^\"]*\"", "");
        for (String before = ""; !before.equals(flat); ) {
            before = flat;
            flat = flat.replaceAll("\\$?[{(][^{}()]*[)}]", "");
        }
        return flat.chars().filter(character -> character == ',').count();
    }
}
