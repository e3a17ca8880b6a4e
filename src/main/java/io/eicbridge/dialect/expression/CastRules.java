package io.eicbridge.dialect.expression;

import java.util.Set;
import org.codehaus.groovy.ast.expr.CastExpression;

/** Casts and {@code as}, to types that stand for plain values, and to JSON. */
final class CastRules {
    private static final Set<String> JSON = Set.of("JSON", "grails.converters.JSON");

    private CastRules() {}

    static Rules in(Rules rules) {
        return rules.allow(CastExpression.class, CastRules::cast);
    }

    private static Node cast(CastExpression syntax, Compiler compiler) {
        String name = syntax.getType().getName();
        Node value = compiler.compile(syntax.getExpression());
        if (syntax.isCoerce() && JSON.contains(name)) {
            return compiler.operation(syntax, run -> JsonWriting.text(value.value(run), false, run));
        }
        Casting.Type type = Casting.type(name)
                .orElseThrow(() -> compiler.refuse(
                        syntax, "the type " + name + " is not allowed. Allowed: " + Casting.names() + ", and as JSON"));
        return syntax.isCoerce()
                ? compiler.operation(syntax, run -> Casting.coerced(type, value.value(run), run))
                : compiler.operation(syntax, run -> Casting.cast(type, value.value(run), run));
    }
}
