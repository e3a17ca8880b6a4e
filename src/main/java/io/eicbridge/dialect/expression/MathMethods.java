package io.eicbridge.dialect.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Java's {@code Math}; where it gives a binary fraction, expressions get the decimal that is written the same. */
final class MathMethods {
    static final MethodTable ALLOWED = new MethodTable()
            .with("max", 2, (type, given, run) -> both(given, Math::max, Math::max, Math::max))
            .with("min", 2, (type, given, run) -> both(given, Math::min, Math::min, Math::min))
            .with("addExact", 2, (type, given, run) -> both(given, Math::addExact, Math::addExact, null))
            .with("subtractExact", 2, (type, given, run) -> both(given, Math::subtractExact, Math::subtractExact, null))
            .with("multiplyExact", 2, (type, given, run) -> both(given, Math::multiplyExact, Math::multiplyExact, null))
            .with("floorDiv", 2, (type, given, run) -> both(given, Math::floorDiv, Math::floorDiv, null))
            .with("floorMod", 2, (type, given, run) -> both(given, Math::floorMod, Math::floorMod, null))
            .with("toIntExact", 1, (type, given, run) -> Math.toIntExact(whole(given)))
            .with("abs", 1, (type, given, run) -> abs(number(given, 0)))
            .with("round", 1, (type, given, run) -> round(number(given, 0)))
            .with("floor", 1, (type, given, run) -> decimal(Math.floor(binary(given, 0))))
            .with("ceil", 1, (type, given, run) -> decimal(Math.ceil(binary(given, 0))))
            .with("sqrt", 1, (type, given, run) -> decimal(Math.sqrt(binary(given, 0))))
            .with("pow", 2, (type, given, run) -> decimal(Math.pow(binary(given, 0), binary(given, 1))));

    private MathMethods() {}

    private static Object both(
            List<Object> given, IntBinaryOperator ints, LongBinaryOperator longs, BinaryOperator<Double> others) {
        Number left = number(given, 0);
        Number right = number(given, 1);
        if (left instanceof Integer && right instanceof Integer) {
            return ints.applyAsInt(left.intValue(), right.intValue());
        }
        if (isWhole(left) && isWhole(right)) {
            return longs.applyAsLong(left.longValue(), right.longValue());
        }
        if (others == null) {
            throw new Refusal("needs whole numbers");
        }
        return decimal(others.apply(left.doubleValue(), right.doubleValue()));
    }

    private static Object abs(Number number) {
        if (number instanceof Integer whole) {
            return Math.abs(whole);
        }
        return number instanceof Long whole ? Math.abs(whole) : decimal(Math.abs(number.doubleValue()));
    }

    private static Object round(Number number) {
        return isWhole(number) ? (Object) Math.round(number.floatValue()) : (Object) Math.round(number.doubleValue());
    }

    private static long whole(List<Object> given) {
        if (isWhole(given.get(0))) {
            return ((Number) given.get(0)).longValue();
        }
        throw new Refusal("needs a whole number");
    }

    private static boolean isWhole(Object number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static double binary(List<Object> given, int place) {
        return number(given, place).doubleValue();
    }

    private static Number number(List<Object> given, int place) {
        if (given.get(place) instanceof Number number) {
            return number;
        }
        throw new Refusal("needs a number as argument " + (place + 1) + ", found " + Kind.of(given.get(place)));
    }

    private static BigDecimal decimal(double value) {
        return Numbers.bounded(BigDecimal.valueOf(value));
    }
}
