package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** {@code ++}, {@code --}, {@code +=} and {@code -=} on an expression's own variables. */
final class StepRules {
    private StepRules() {}

    static Rules in(Rules rules) {
        return rules.allow(
                        PostfixExpression.class,
                        (syntax, compiler) -> stepped(
                                syntax.getExpression(), syntax.getOperation().getText(), true, compiler))
                .allow(
                        PrefixExpression.class,
                        (syntax, compiler) -> stepped(
                                syntax.getExpression(), syntax.getOperation().getText(), false, compiler));
    }

    static Node assignment(BinaryExpression syntax, Operator operator, Compiler compiler) {
        Local local = own(syntax.getLeftExpression(), compiler);
        Casting.Type type = compiler.types().getOrDefault(local, Casting.Type.ANY);
        Node right = compiler.compile(syntax.getRightExpression());
        return compiler.operation(syntax, run -> {
            Object before = run.get(local);
            return run.set(local, Casting.cast(type, operator.apply(before, right.value(run), run), run));
        });
    }

    /** The value before the step where the sign stands behind the variable, else the one after it. */
    private static Node stepped(Expression target, String sign, boolean isBehind, Compiler compiler) {
        Local local = own(target, compiler);
        Casting.Type type = compiler.types().getOrDefault(local, Casting.Type.ANY);
        int step = sign.equals("++") ? 1 : -1;
        return compiler.operation(target, run -> {
            Object before = run.get(local);
            if (!(before instanceof Number number)) {
                throw new Refusal(sign + " needs a number, found " + Kind.of(before));
            }
            Object after = run.set(local, Casting.cast(type, Numbers.plus(number, step), run));
            return isBehind ? before : after;
        });
    }

    private static Local own(Expression target, Compiler compiler) {
        Local local = target instanceof VariableExpression variable
                ? compiler.scopes().find(variable.getName())
                : null;
        if (local == null) {
            throw compiler.refuse(target, "only a variable that the expression declares can be changed so");
        }
        return local;
    }
}
