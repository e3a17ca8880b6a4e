package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groovy's {@code +}: numbers are added, texts, lists and maps joined. */
final class Adding {
    private Adding() {}

    static Object plus(Object left, Object right, Evaluation run) {
        if (left instanceof Number first && right instanceof Number second) {
            return Numbers.plus(first, second);
        }
        if (left instanceof Interpolation && isText(right)) {
            return new Interpolation(joined(left, right, run));
        }
        if (isText(left) || isText(right) && isJoinable(left)) {
            return joined(left, right, run);
        }
        if (left instanceof List<?> list) {
            return longer(list, right, run);
        }
        if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
            return merged(first, second, run);
        }
        throw new Refusal("cannot add " + Kind.of(right) + " to " + Kind.of(left));
    }

    /** What Groovy joins with a text on its right; true and lists are not among it. */
    private static boolean isJoinable(Object left) {
        return left == null || left instanceof Number || left instanceof Map;
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof Interpolation;
    }

    private static String joined(Object left, Object right, Evaluation run) {
        return new Building(run).add(left).add(right).toString();
    }

    private static List<Object> longer(List<?> list, Object more, Evaluation run) {
        List<?> tail = more instanceof List<?> others ? others : Collections.singletonList(more);
        run.grow((long) list.size() + tail.size());
        List<Object> longer = new ArrayList<>(list);
        longer.addAll(tail);
        return longer;
    }

    private static Map<Object, Object> merged(Map<?, ?> first, Map<?, ?> second, Evaluation run) {
        run.grow((long) first.size() + second.size());
        Map<Object, Object> merged = new LinkedHashMap<>(first);
        merged.putAll(second);
        return merged;
    }
}
