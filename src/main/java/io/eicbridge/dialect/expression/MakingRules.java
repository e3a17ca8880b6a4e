package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;

/** Objects and lists that an expression makes; the names of Java's classes stand for our own meaning of them. */
final class MakingRules {
    private MakingRules() {}

    static Rules in(Rules rules) {
        return rules.allow(MapExpression.class, MakingRules::map)
                .allow(ConstructorCallExpression.class, MakingRules::made);
    }

    private static Node map(MapExpression syntax, Compiler compiler) {
        Map<Node, Node> entries = new LinkedHashMap<>();
        for (MapEntryExpression entry : syntax.getMapEntryExpressions()) {
            entries.put(compiler.compile(entry.getKeyExpression()), compiler.compile(entry.getValueExpression()));
        }
        return compiler.operation(syntax, run -> {
            Map<Object, Object> made = new LinkedHashMap<>();
            entries.forEach((key, value) -> Changing.put(made, key.value(run), value.value(run), run));
            return made;
        });
    }

    private static Node made(ConstructorCallExpression syntax, Compiler compiler) {
        String name = syntax.getType().getName().replaceFirst("^java\\.util\\.", "");
        boolean isEmpty = syntax.getArguments() instanceof ArgumentListExpression arguments
                && arguments.getExpressions().isEmpty();
        if (isEmpty && !syntax.isUsingAnonymousInnerClass()) {
            switch (name) {
                case "HashMap":
                    return run -> new HashMap<>();
                case "LinkedHashMap":
                    return run -> new LinkedHashMap<>();
                case "ArrayList":
                    return run -> new ArrayList<>();
                default:
                    break;
            }
        }
        throw compiler.refuse(
                syntax,
                "new " + name + " is not allowed so. Allowed: new HashMap(), new LinkedHashMap(), new ArrayList(),"
                        + " new groovy.json.JsonBuilder(x).toString(), new ObjectMapper().writeValueAsString(x)");
    }

    /** The value that a call turns into JSON, null where the call is another one. */
    static Expression jsonOf(Expression receiver, String method, List<Expression> arguments) {
        if (!(receiver instanceof ConstructorCallExpression maker) || maker.isUsingAnonymousInnerClass()) {
            return null;
        }
        List<Expression> given = ((ArgumentListExpression) maker.getArguments()).getExpressions();
        String type = maker.getType().getName();
        if (type.equals("groovy.json.JsonBuilder") && method.equals("toString")) {
            return given.size() == 1 && arguments.isEmpty() ? given.get(0) : null;
        }
        boolean isMapper = type.equals("ObjectMapper") || type.equals("com.fasterxml.jackson.databind.ObjectMapper");
        boolean isWriting = isMapper && method.equals("writeValueAsString") && given.isEmpty();
        return isWriting && arguments.size() == 1 ? arguments.get(0) : null;
    }
}
