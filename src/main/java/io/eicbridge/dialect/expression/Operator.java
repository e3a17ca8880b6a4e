package io.eicbridge.dialect.expression;

/** What an operator makes of the values on its two sides. */
interface Operator {
    Object apply(Object left, Object right, Evaluation run);
}
