package io.eicbridge.dialect.expression;

import java.util.List;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.ForStatement;

/** {@code for (int i = 0; i < n; i++)}; one that never ends runs out of steps. */
final class CountedLoop {
    private CountedLoop() {}

    static Node compile(ForStatement syntax, ClosureListExpression parts, Compiler compiler) {
        List<Expression> three = parts.getExpressions();
        if (three.size() != 3) {
            throw compiler.refuse(syntax, "a loop has one start, one condition and one step");
        }
        compiler.scopes().enter();
        Node start = part(three.get(0), null, compiler);
        Node condition = part(three.get(1), true, compiler);
        Node step = part(three.get(2), null, compiler);
        Node body = StatementRules.scoped(syntax.getLoopBlock(), compiler);
        compiler.scopes().leave();
        return compiler.operation(syntax, run -> {
            start.value(run);
            return looped(condition, step, body, run);
        });
    }

    private static Object looped(Node condition, Node step, Node body, Evaluation run) {
        while (Truth.of(condition.value(run))) {
            run.step();
            Object value = body.value(run);
            if (run.isEnding()) {
                return value;
            }
            step.value(run);
        }
        return null;
    }

    private static Node part(Expression syntax, Object whenEmpty, Compiler compiler) {
        return syntax instanceof EmptyExpression ? run -> whenEmpty : compiler.compile(syntax);
    }
}
