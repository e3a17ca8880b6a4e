package io.eicbridge.dialect.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Groovy's arithmetic: the wider of two kinds wins, and whole numbers wrap around. */
final class Numbers {
    private static final int MOST_DIGITS = 500;
    private static final int MOST_BITS = 1_000;

    private Numbers() {}

    static Object plus(Number left, Number right) {
        return calculate(left, right, Integer::sum, Long::sum, BigInteger::add, BigDecimal::add);
    }

    static Object minus(Number left, Number right) {
        return calculate(left, right, (a, b) -> a - b, (a, b) -> a - b, BigInteger::subtract, BigDecimal::subtract);
    }

    static Object times(Number left, Number right) {
        return calculate(left, right, (a, b) -> a * b, (a, b) -> a * b, BigInteger::multiply, BigDecimal::multiply);
    }

    static Object rest(Number left, Number right) {
        return calculate(left, right, (a, b) -> a % b, (a, b) -> a % b, BigInteger::mod, BigDecimal::remainder);
    }

    /** Always a decimal; one that does not end gets ten digits more than it came with. */
    static Object divided(Number left, Number right) {
        BigDecimal first = decimal(left);
        BigDecimal second = decimal(right);
        try {
            return bounded(first.divide(second));
        } catch (ArithmeticException endless) {
            int digits = Math.max(first.precision(), second.precision()) + 10;
            int scale = Math.max(Math.max(first.scale(), second.scale()), 10);
            BigDecimal result = first.divide(second, new MathContext(digits));
            return result.scale() > scale ? result.setScale(scale, RoundingMode.HALF_UP) : result;
        }
    }

    static int compare(Number left, Number right) {
        return isSmall(left) && isSmall(right)
                ? Long.compare(left.longValue(), right.longValue())
                : decimal(left).compareTo(decimal(right));
    }

    static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new Refusal("meets a number with more than " + MOST_DIGITS + " digits");
        }
        return number;
    }

    static BigInteger bounded(BigInteger number) {
        if (number.bitLength() > MOST_BITS) {
            throw new Refusal("meets a number with more than " + MOST_BITS + " bits");
        }
        return number;
    }

    private static Object calculate(
            Number left,
            Number right,
            IntBinaryOperator ints,
            LongBinaryOperator longs,
            BinaryOperator<BigInteger> integers,
            BinaryOperator<BigDecimal> decimals) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return ints.applyAsInt(a, b);
        }
        if (isSmall(left) && isSmall(right)) {
            return longs.applyAsLong(left.longValue(), right.longValue());
        }
        return left instanceof BigDecimal || right instanceof BigDecimal
                ? bounded(decimals.apply(decimal(left), decimal(right)))
                : bounded(integers.apply(
                        decimal(left).toBigInteger(), decimal(right).toBigInteger()));
    }

    private static boolean isSmall(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof BigInteger integer ? new BigDecimal(integer) : BigDecimal.valueOf(number.longValue());
    }
}
