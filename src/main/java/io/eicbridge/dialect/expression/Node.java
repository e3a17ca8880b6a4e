package io.eicbridge.dialect.expression;

/** One part of a compiled expression; values are null, Boolean, String, Interpolation, Integer, Long, BigInteger, BigDecimal, List or Map. */
interface Node {
    Object value(Evaluation run);
}
