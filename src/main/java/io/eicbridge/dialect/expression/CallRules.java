package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Calls of allowed methods on a value. */
final class CallRules {
    private CallRules() {}

    static Rules in(Rules rules) {
        return rules.allow(MethodCallExpression.class, CallRules::call);
    }

    private static Node call(MethodCallExpression syntax, Compiler compiler) {
        if (syntax.isImplicitThis() || syntax.isSpreadSafe() || syntax.getGenericsTypes() != null) {
            throw compiler.refuse(
                    syntax,
                    "a function of its own, here " + syntax.getMethodAsString()
                            + ", is not allowed. Call a method on a value");
        }
        String name = PathRules.constantName(syntax.getMethod(), compiler);
        if (!Methods.known().contains(name)) {
            throw compiler.refuse(
                    syntax.getMethod(),
                    "the method " + name + " is not allowed. Allowed: " + String.join(", ", Methods.known()));
        }
        Node receiver = compiler.compile(syntax.getObjectExpression());
        List<Node> arguments = arguments(syntax, compiler);
        boolean isSafe = syntax.isSafe();
        return compiler.operation(syntax.getMethod(), run -> {
            Object on = receiver.value(run);
            return on == null && isSafe ? null : Methods.call(on, name, values(arguments, run), run);
        });
    }

    private static List<Node> arguments(MethodCallExpression syntax, Compiler compiler) {
        if (syntax.getArguments().getClass() == ArgumentListExpression.class) {
            return ((ArgumentListExpression) syntax.getArguments())
                    .getExpressions().stream().map(compiler::compile).toList();
        }
        throw compiler.refuse(syntax.getArguments(), "arguments by name are not allowed");
    }

    private static List<Object> values(List<Node> arguments, Evaluation run) {
        List<Object> values = new ArrayList<>(arguments.size());
        for (Node argument : arguments) {
            values.add(argument.value(run));
        }
        return values;
    }
}
