package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.expr.RangeExpression;

/** Ranges of whole numbers, {@code 1..3} and {@code 1..<3}. */
final class RangeRules {
    private RangeRules() {}

    static Rules in(Rules rules) {
        return rules.allow(RangeExpression.class, RangeRules::range);
    }

    private static Node range(RangeExpression syntax, Compiler compiler) {
        Node from = compiler.compile(syntax.getFrom());
        Node to = compiler.compile(syntax.getTo());
        boolean isOpen = syntax.isExclusiveRight();
        return compiler.operation(syntax, run -> Range.of(from.value(run), to.value(run), isOpen));
    }
}
