package io.eicbridge.dialect.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;

/** Values that the expression itself holds. */
final class LiteralRules {
    private LiteralRules() {}

    static Rules in(Rules rules) {
        return rules.allow(ConstantExpression.class, LiteralRules::constant)
                .allow(GStringExpression.class, LiteralRules::interpolation)
                .allow(ListExpression.class, LiteralRules::list);
    }

    private static Node constant(ConstantExpression syntax, Compiler compiler) {
        Object value = syntax.getValue();
        if (value instanceof Float || value instanceof Double) {
            throw compiler.refuse(syntax, "a binary fraction such as 1.5d is not allowed, write 1.5");
        }
        try {
            Object bounded = value instanceof BigDecimal number ? Numbers.bounded(number) : value;
            Object constant = bounded instanceof BigInteger number ? Numbers.bounded(number) : bounded;
            return run -> constant;
        } catch (Refusal tooLarge) {
            throw compiler.refuse(syntax, tooLarge.getMessage());
        }
    }

    private static Node interpolation(GStringExpression syntax, Compiler compiler) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < syntax.getStrings().size(); i++) {
            parts.add(compiler.compile(syntax.getStrings().get(i)));
            if (i < syntax.getValues().size()) {
                parts.add(compiler.compile(syntax.getValue(i)));
            }
        }
        return compiler.operation(syntax, run -> {
            Building text = new Building(run);
            parts.forEach(part -> text.add(part.value(run)));
            return new Interpolation(text.toString());
        });
    }

    private static Node list(ListExpression syntax, Compiler compiler) {
        List<Node> elements =
                syntax.getExpressions().stream().map(compiler::compile).toList();
        return compiler.operation(syntax, run -> {
            run.grow(elements.size());
            List<Object> values = new ArrayList<>(elements.size());
            elements.forEach(element -> values.add(element.value(run)));
            return values;
        });
    }
}
