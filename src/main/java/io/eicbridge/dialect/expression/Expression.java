package io.eicbridge.dialect.expression;

import java.util.Set;

/** One expression in the part of Groovy that EIC's parameters need; read once, evaluated by any number of threads. */
public final class Expression {
    private final Place start;
    private final Node root;
    private final Set<String> names;
    private final Patterns patterns = new Patterns();

    private Expression(Place start, Node root, Set<String> names) {
        this.start = start;
        this.root = root;
        this.names = names;
    }

    /**
     * Reads what stands between <code>${</code> and <code>}</code>.
     *
     * @param origin told in faults, for instance a file and a JSON pointer
     * @throws ExpressionFault with the place of what is refused
     */
    public static Expression parse(String text, String origin) {
        return parse(text, new Place(origin, 1, 1));
    }

    static Expression parse(String text, Place start) {
        if (text.isBlank()) {
            throw start.fault("holds no expression");
        }
        try {
            Compiler compiler = new Compiler(start);
            Node root = compiler.compile(GroovySyntax.parse(text, start));
            return new Expression(start, root, Set.copyOf(compiler.names()));
        } catch (StackOverflowError tooDeep) {
            throw start.fault("is nested too deeply");
        }
    }

    /** The names it reads; whoever evaluates it must bind them. */
    public Set<String> names() {
        return names;
    }

    /**
     * The value: null, Boolean, String, Integer, Long, BigInteger, BigDecimal, or an unmodifiable List or Map of those.
     *
     * @throws ExpressionFault where a name is not bound, an operation is impossible, or a limit is reached
     */
    public Object evaluate(Bindings bindings) {
        Evaluation run = new Evaluation(bindings, patterns);
        try {
            return Results.plain(root.value(run), run);
        } catch (Refusal tooLarge) {
            throw start.fault(tooLarge.getMessage());
        } catch (StackOverflowError tooDeep) {
            throw start.fault("goes too deep. Make its pattern or its nesting simpler");
        }
    }
}
