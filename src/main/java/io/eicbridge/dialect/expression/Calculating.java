package io.eicbridge.dialect.expression;

import java.util.List;
import java.util.Map;

/** Operators on two values that need numbers, or the work of a comparison. */
final class Calculating {
    private Calculating() {}

    static Object times(Object left, Object right, Evaluation run) {
        if ((left instanceof String || left instanceof Interpolation) && right instanceof Number times) {
            return TextForms.repeated(left.toString(), times.intValue(), run);
        }
        if (left instanceof List<?> list && right instanceof Number times) {
            return Picking.repeated(list, times.intValue(), run);
        }
        requireNumbers(left, right, "multiply");
        return Numbers.times((Number) left, (Number) right);
    }

    static Object divided(Object left, Object right, Evaluation run) {
        requireNumbers(left, right, "divide");
        return Numbers.divided((Number) left, (Number) right);
    }

    static Object rest(Object left, Object right, Evaluation run) {
        requireNumbers(left, right, "divide");
        return Numbers.rest((Number) left, (Number) right);
    }

    static boolean isEqual(Object left, Object right, Evaluation run) {
        run.weigh(right, 1);
        return Comparing.areEqual(left, right);
    }

    /** Whether a list has an equal element, or an object a member of that name whose value counts as true. */
    static Object isIn(Object left, Object right, Evaluation run) {
        if (right instanceof List<?> list) {
            run.weigh(left, list.size() + 1L);
            return list.contains(left);
        }
        if (right instanceof Map<?, ?> map) {
            boolean isNoKey = left instanceof List || left instanceof Map;
            return !isNoKey && Truth.of(map.get(Changing.key(left)));
        }
        if (right == null) {
            return left == null;
        }
        if (right instanceof String || right instanceof Interpolation) {
            return left != null && Building.text(left, run).equals(right.toString());
        }
        return (left instanceof Number || !(right instanceof Number)) && isEqual(right, left, run);
    }

    private static void requireNumbers(Object left, Object right, String verb) {
        if (!(left instanceof Number && right instanceof Number)) {
            throw new Refusal("cannot " + verb + " " + Kind.of(left) + " and " + Kind.of(right));
        }
    }
}
