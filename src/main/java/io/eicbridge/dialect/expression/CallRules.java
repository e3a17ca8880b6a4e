package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
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
        List<Expression> given = given(syntax, compiler);
        Expression written = MakingRules.jsonOf(syntax.getObjectExpression(), name, given);
        if (written != null) {
            return json(syntax, written, compiler);
        }
        if (Walking.NAMES.contains(name) && given.size() == 1 && given.get(0) instanceof ClosureExpression closure) {
            return walk(syntax, name, closure, compiler);
        }
        if (!Methods.known().contains(name)) {
            throw compiler.refuse(
                    syntax.getMethod(),
                    "the method " + name + " is not allowed. Allowed: " + String.join(", ", Methods.known()));
        }
        Node receiver = compiler.compile(syntax.getObjectExpression());
        List<Node> arguments = given.stream().map(compiler::compile).toList();
        boolean isSafe = syntax.isSafe();
        return compiler.operation(syntax.getMethod(), run -> {
            Object on = receiver.value(run);
            return on == null && isSafe ? null : Methods.call(on, name, values(arguments, run), run);
        });
    }

    private static Node json(MethodCallExpression syntax, Expression written, Compiler compiler) {
        boolean isAscii = syntax.getMethodAsString().equals("toString");
        Node value = compiler.compile(written);
        return compiler.operation(syntax, run -> JsonWriting.text(value.value(run), isAscii, run));
    }

    private static Node walk(MethodCallExpression syntax, String name, ClosureExpression closure, Compiler compiler) {
        Node receiver = compiler.compile(syntax.getObjectExpression());
        Closing body = ClosureRules.compile(closure, compiler);
        boolean isSafe = syntax.isSafe();
        return compiler.operation(syntax.getMethod(), run -> {
            Object on = receiver.value(run);
            return on == null && isSafe ? null : Walking.walk(on, name, body, run);
        });
    }

    private static List<Expression> given(MethodCallExpression syntax, Compiler compiler) {
        if (syntax.getArguments().getClass() == ArgumentListExpression.class) {
            return ((ArgumentListExpression) syntax.getArguments()).getExpressions();
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
