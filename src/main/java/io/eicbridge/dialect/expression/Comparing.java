package io.eicbridge.dialect.expression;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Groovy's {@code ==} and its order, with their surprises: a number equals a text of one character that has its code. */
final class Comparing {
    private Comparing() {}

    static boolean areEqual(Object left, Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            return haveEqualElements(first, second);
        }
        if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
            return haveEqualEntries(first, second);
        }
        Integer order = order(left, right);
        return order == null ? left.equals(right) : order == 0;
    }

    /** Below zero where the left one comes first; nothing comes before everything else. */
    static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        Integer order = order(left, right);
        if (order == null) {
            throw new Refusal("cannot order " + Kind.of(left) + " and " + Kind.of(right));
        }
        return order;
    }

    /** Whether neither comes before the other; what has no order is compared as {@code ==} does. */
    static boolean areEquivalent(Object left, Object right, Evaluation run) {
        run.weigh(left, 1);
        return areEqual(left, right);
    }

    /** The order of two values of kinds that have one, null for others. */
    private static Integer order(Object left, Object right) {
        if (isText(left) && isText(right)) {
            return left.toString().compareTo(right.toString());
        }
        if (left instanceof Boolean first && right instanceof Boolean second) {
            return first.compareTo(second);
        }
        if (left instanceof Moment first && right instanceof Moment second) {
            return first.at().compareTo(second.at());
        }
        Number first = number(left, right);
        Number second = number(right, left);
        return first == null || second == null ? null : Numbers.compare(first, second);
    }

    /** A number, or the code of a single character that meets a number. */
    private static Number number(Object value, Object other) {
        if (value instanceof Number number) {
            return number;
        }
        boolean isCharacter = value instanceof String text && text.length() == 1 && other instanceof Number;
        return isCharacter ? (int) ((String) value).charAt(0) : null;
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof Interpolation;
    }

    private static boolean haveEqualElements(List<?> first, List<?> second) {
        if (first.size() != second.size()) {
            return false;
        }
        Iterator<?> others = second.iterator();
        return first.stream().allMatch(element -> areEqual(element, others.next()));
    }

    private static boolean haveEqualEntries(Map<?, ?> first, Map<?, ?> second) {
        return first.size() == second.size()
                && first.entrySet().stream()
                        .allMatch(entry -> second.containsKey(entry.getKey())
                                && areEqual(entry.getValue(), second.get(entry.getKey())));
    }

    /** Java's {@code equals}, which knows no conversions. */
    static boolean areSame(Object left, Object right) {
        return Objects.equals(left, right);
    }
}
