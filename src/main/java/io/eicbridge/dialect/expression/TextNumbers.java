package io.eicbridge.dialect.expression;

import java.math.BigDecimal;

/** Methods that read a number out of a text, or ask whether one stands there. */
final class TextNumbers {
    static final MethodTable ALLOWED = new MethodTable()
            .with("toInteger", 0, (text, arguments, run) -> Integer.valueOf(trimmed(text)))
            .with("toLong", 0, (text, arguments, run) -> Long.valueOf(trimmed(text)))
            .with("toBigDecimal", 0, (text, arguments, run) -> decimal(text))
            .with("toBoolean", 0, (text, arguments, run) -> isTrue(trimmed(text)))
            .with("isInteger", 0, (text, arguments, run) -> holds(() -> Integer.valueOf(trimmed(text))))
            .with("isLong", 0, (text, arguments, run) -> holds(() -> Long.valueOf(trimmed(text))))
            .with("isNumber", 0, (text, arguments, run) -> holds(() -> decimal(text)))
            .with("isBigDecimal", 0, (text, arguments, run) -> holds(() -> decimal(text)));
    private static final int LONGEST = 1_000;

    private TextNumbers() {}

    private static String trimmed(Object text) {
        return text.toString().trim();
    }

    private static BigDecimal decimal(Object text) {
        String digits = trimmed(text);
        if (digits.length() > LONGEST) {
            throw new Refusal("meets a number of more than " + LONGEST + " characters");
        }
        return Numbers.bounded(new BigDecimal(digits));
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("y") || text.equals("1");
    }

    private static boolean holds(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
