package io.eicbridge.dialect.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;

/** Closures; they stand only as the argument of a method that goes through a list or an object, and are no values. */
final class ClosureRules {
    private ClosureRules() {}

    static Closing compile(ClosureExpression syntax, Compiler compiler) {
        compiler.scopes().enter();
        List<Local> locals = new ArrayList<>();
        for (Parameter parameter : parameters(syntax)) {
            requirePlain(parameter, compiler);
            locals.add(compiler.scopes().declare(parameter.getName()));
        }
        if (locals.isEmpty()) {
            locals.add(compiler.scopes().declare("it"));
        }
        Node body = compiler.compile(syntax.getCode());
        compiler.scopes().leave();
        return (run, arguments) -> run.inside(() -> {
            bind(locals, arguments, run);
            return body.value(run);
        });
    }

    private static List<Parameter> parameters(ClosureExpression syntax) {
        return syntax.getParameters() == null ? List.of() : Arrays.asList(syntax.getParameters());
    }

    private static void requirePlain(Parameter parameter, Compiler compiler) {
        boolean isPlain = parameter.isDynamicTyped()
                && !parameter.hasInitialExpression()
                && parameter.getAnnotations().isEmpty();
        if (!isPlain) {
            throw compiler.refuse(parameter, "the parameters of a closure are plain names");
        }
    }

    private static void bind(List<Local> locals, List<Object> arguments, Evaluation run) {
        run.step();
        List<Object> given = unpacked(locals, arguments);
        if (locals.size() > given.size()) {
            throw new Refusal("the closure has " + locals.size() + " parameters, but gets " + given.size());
        }
        for (int i = 0; i < locals.size(); i++) {
            run.set(locals.get(i), given.get(i));
        }
    }

    /** An entry of an object is two values for a closure with two parameters. */
    private static List<Object> unpacked(List<Local> locals, List<Object> arguments) {
        if (locals.size() == 2 && arguments.size() == 1 && arguments.get(0) instanceof Map<?, ?> entry) {
            return Arrays.asList(entry.get("key"), entry.get("value"));
        }
        return arguments;
    }
}
