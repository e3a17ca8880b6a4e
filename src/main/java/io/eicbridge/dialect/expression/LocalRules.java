package io.eicbridge.dialect.expression;

import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Variables of an expression's own, and what may be assigned: those, and members of what the expression made. */
final class LocalRules {
    private LocalRules() {}

    static Rules in(Rules rules) {
        return rules.allow(DeclarationExpression.class, LocalRules::declaration);
    }

    private static Node declaration(DeclarationExpression syntax, Compiler compiler) {
        if (syntax.isMultipleAssignmentDeclaration()) {
            throw compiler.refuse(syntax, "only one variable can be declared at a time");
        }
        VariableExpression variable = syntax.getVariableExpression();
        Casting.Type type = variable.isDynamicTyped()
                ? Casting.Type.ANY
                : Casting.type(variable.getOriginType().getName())
                        .orElseThrow(() -> compiler.refuse(
                                variable,
                                "the type " + variable.getOriginType().getName() + " is not allowed. Allowed: "
                                        + Casting.names()));
        Expression right = syntax.getRightExpression();
        Node value = right instanceof EmptyExpression ? run -> null : compiler.compile(right);
        boolean isUnset = right instanceof EmptyExpression;
        Local local = compiler.scopes().declare(variable.getName());
        compiler.types().put(local, type);
        return compiler.operation(
                syntax, run -> run.set(local, isUnset ? null : Casting.cast(type, value.value(run), run)));
    }

    static Node assignment(BinaryExpression syntax, Compiler compiler) {
        Expression target = syntax.getLeftExpression();
        Node value = compiler.compile(syntax.getRightExpression());
        if (target instanceof VariableExpression variable) {
            return toLocal(variable, value, compiler);
        }
        if (target instanceof PropertyExpression property && !property.isSpreadSafe() && !property.isSafe()) {
            String name = PathRules.constantName(property.getProperty(), compiler);
            return member(target, property.getObjectExpression(), run -> name, value, compiler);
        }
        if (target.getClass() == BinaryExpression.class
                && ((BinaryExpression) target).getOperation().getText().equals("[")) {
            BinaryExpression index = (BinaryExpression) target;
            Node at = compiler.compile(index.getRightExpression());
            return member(target, index.getLeftExpression(), at, value, compiler);
        }
        throw compiler.refuse(target, "only a variable or a member of an object or list can be assigned");
    }

    private static Node toLocal(VariableExpression variable, Node value, Compiler compiler) {
        Local known = compiler.scopes().find(variable.getName());
        if (known == null) {
            throw compiler.refuse(
                    variable,
                    "\"" + variable.getName() + "\" is not a variable of this expression. Declare it first: def "
                            + variable.getName() + " = …");
        }
        Casting.Type type = compiler.types().getOrDefault(known, Casting.Type.ANY);
        return compiler.operation(variable, run -> run.set(known, Casting.cast(type, value.value(run), run)));
    }

    private static Node member(Expression place, Expression owner, Node key, Node value, Compiler compiler) {
        Node holder = compiler.compile(owner);
        return compiler.operation(place, run -> {
            Object to = holder.value(run);
            Object at = key.value(run);
            return Changing.put(to, at, value.value(run), run);
        });
    }
}
