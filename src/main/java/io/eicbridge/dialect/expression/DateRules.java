package io.eicbridge.dialect.expression;

import java.time.Instant;
import java.util.List;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;

/** Dates that an expression makes: now, a number of milliseconds, and the patterns they are written in. */
final class DateRules {
    private DateRules() {}

    /** What a constructor of a date or pattern makes, null where it is another one. */
    static Node made(ConstructorCallExpression syntax, Compiler compiler) {
        boolean isPlain = syntax.getArguments().getClass() == ArgumentListExpression.class
                && !syntax.isUsingAnonymousInnerClass();
        if (!isPlain) {
            return null;
        }
        List<Expression> given = ((ArgumentListExpression) syntax.getArguments()).getExpressions();
        return switch (syntax.getType().getName() + "/" + given.size()) {
            case "Date/0", "java.util.Date/0" -> run -> Moment.now(run, false);
            case "Date/1", "java.util.Date/1" -> at(syntax, compiler.compile(given.get(0)), compiler);
            case "SimpleDateFormat/1", "java.text.SimpleDateFormat/1" ->
                pattern(syntax, compiler.compile(given.get(0)), compiler);
            default -> null;
        };
    }

    private static Node at(ConstructorCallExpression syntax, Node millis, Compiler compiler) {
        return compiler.operation(syntax, run -> {
            Object given = millis.value(run);
            if (given instanceof Long || given instanceof Integer) {
                return new Moment(Instant.ofEpochMilli(((Number) given).longValue()), false);
            }
            throw new Refusal("a date is made of milliseconds, found " + Kind.of(given));
        });
    }

    private static Node pattern(ConstructorCallExpression syntax, Node pattern, Compiler compiler) {
        return compiler.operation(syntax, run -> DatePattern.of(pattern.value(run)));
    }
}
