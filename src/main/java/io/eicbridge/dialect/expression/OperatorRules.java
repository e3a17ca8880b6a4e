package io.eicbridge.dialect.expression;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/** What stands between values, and the choices between them. */
final class OperatorRules {
    private static final Map<String, Operator> OPERATORS = new TreeMap<>(Map.<String, Operator>ofEntries(
            entry("==", (left, right, run) -> Calculating.isEqual(left, right, run)),
            entry("!=", (left, right, run) -> !Calculating.isEqual(left, right, run)),
            entry(">", (left, right, run) -> Comparing.compare(left, right) > 0),
            entry(">=", (left, right, run) -> Comparing.compare(left, right) >= 0),
            entry("<", (left, right, run) -> Comparing.compare(left, right) < 0),
            entry("<=", (left, right, run) -> Comparing.compare(left, right) <= 0),
            entry("+", Adding::plus),
            entry("-", OperatorRules::minus),
            entry("*", Calculating::times),
            entry("/", Calculating::divided),
            entry("%", Calculating::rest),
            entry("in", Calculating::isIn)));

    private OperatorRules() {}

    private interface Operator {
        Object apply(Object left, Object right, Evaluation run);
    }

    static Rules in(Rules rules) {
        return rules.allow(BinaryExpression.class, OperatorRules::binary)
                .allow(BooleanExpression.class, (syntax, compiler) -> compiler.compile(syntax.getExpression()))
                .allow(NotExpression.class, OperatorRules::not)
                .allow(UnaryMinusExpression.class, OperatorRules::negative)
                .allow(TernaryExpression.class, OperatorRules::choice)
                .allow(ElvisOperatorExpression.class, OperatorRules::elvis);
    }

    private static Node binary(BinaryExpression syntax, Compiler compiler) {
        String sign = syntax.getOperation().getText();
        return switch (sign) {
            case "[", "?[" -> PathRules.index(syntax, compiler);
            case "=" -> LocalRules.assignment(syntax, compiler);
            case "&&", "||" -> logic(syntax, sign.equals("&&"), compiler);
            default -> operator(syntax, sign, compiler);
        };
    }

    private static Node operator(BinaryExpression syntax, String sign, Compiler compiler) {
        Operator operator = OPERATORS.get(sign);
        if (operator == null) {
            throw compiler.refuse(
                    syntax, "the operator " + sign + " is not allowed. Allowed: " + OPERATORS.keySet() + ", && and ||");
        }
        Node left = compiler.compile(syntax.getLeftExpression());
        Node right = compiler.compile(syntax.getRightExpression());
        return compiler.operation(syntax, run -> operator.apply(left.value(run), right.value(run), run));
    }

    private static Node logic(BinaryExpression syntax, boolean isAnd, Compiler compiler) {
        Node left = compiler.compile(syntax.getLeftExpression());
        Node right = compiler.compile(syntax.getRightExpression());
        return compiler.operation(
                syntax, run -> Truth.of(left.value(run)) == isAnd ? Truth.of(right.value(run)) : !isAnd);
    }

    private static Node not(NotExpression syntax, Compiler compiler) {
        Node value = compiler.compile(syntax.getExpression());
        return compiler.operation(syntax, run -> !Truth.of(value.value(run)));
    }

    private static Node negative(UnaryMinusExpression syntax, Compiler compiler) {
        Node value = compiler.compile(syntax.getExpression());
        return compiler.operation(syntax, run -> minus(0, value.value(run), run));
    }

    private static Node choice(TernaryExpression syntax, Compiler compiler) {
        Node condition = compiler.compile(syntax.getBooleanExpression());
        Node whenTrue = compiler.compile(syntax.getTrueExpression());
        Node whenFalse = compiler.compile(syntax.getFalseExpression());
        return compiler.operation(syntax, run -> (Truth.of(condition.value(run)) ? whenTrue : whenFalse).value(run));
    }

    private static Node elvis(ElvisOperatorExpression syntax, Compiler compiler) {
        Node first = compiler.compile(syntax.getTrueExpression());
        Node second = compiler.compile(syntax.getFalseExpression());
        return compiler.operation(syntax, run -> {
            Object value = first.value(run);
            return Truth.of(value) ? value : second.value(run);
        });
    }

    private static Object minus(Object left, Object right, Evaluation run) {
        if (left instanceof Number first && right instanceof Number second) {
            return Numbers.minus(first, second);
        }
        throw new Refusal("cannot subtract " + Kind.of(right) + " from " + Kind.of(left)
                + ". A name with a hyphen must stand in quotes, as in headers.'X-Page'");
    }
}
