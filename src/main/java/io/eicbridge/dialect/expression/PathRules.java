package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Names, and the ways from a value into its parts. */
final class PathRules {
    private PathRules() {}

    static Rules in(Rules rules) {
        return rules.allow(VariableExpression.class, PathRules::name)
                .allow(PropertyExpression.class, PathRules::property);
    }

    private static Node name(VariableExpression syntax, Compiler compiler) {
        String name = syntax.getName();
        if (syntax.isThisExpression() || syntax.isSuperExpression() || !syntax.isDynamicTyped()) {
            throw compiler.refuse(syntax, "\"" + name + "\" is not allowed in expressions");
        }
        Local local = compiler.scopes().find(name);
        if (local != null) {
            return run -> run.get(local);
        }
        compiler.uses(name);
        return compiler.operation(syntax, run -> run.binding(name));
    }

    private static Node property(PropertyExpression syntax, Compiler compiler) {
        if (syntax.isSpreadSafe()) {
            throw compiler.refuse(
                    syntax,
                    "*. is not allowed in expressions, a list gives the property of all its elements with a plain dot");
        }
        String name = constantName(syntax.getProperty(), compiler);
        Node owner = compiler.compile(syntax.getObjectExpression());
        boolean isSafe = syntax.isSafe();
        return compiler.operation(syntax.getProperty(), run -> {
            Object from = owner.value(run);
            return from == null && isSafe ? null : Reading.property(from, name, run);
        });
    }

    /** A name after a dot; one that is put together at run time could be any. */
    static String constantName(Expression name, Compiler compiler) {
        if (name instanceof ConstantExpression constant) {
            return constant.getText();
        }
        throw compiler.refuse(name, "a name after a dot must stand there as it is");
    }

    static Node index(BinaryExpression syntax, Compiler compiler) {
        Node owner = compiler.compile(syntax.getLeftExpression());
        Node index = compiler.compile(syntax.getRightExpression());
        boolean isSafe = syntax.isSafe();
        return compiler.operation(syntax, run -> {
            Object from = owner.value(run);
            return from == null && isSafe ? null : Reading.index(from, index.value(run), run);
        });
    }
}
