package io.eicbridge.dialect.expression;

/**
 * A stretch of a template: plain text, or an expression.
 *
 * @param text the plain text, or the code between <code>${</code> and <code>}</code>
 * @param code the expression, null for plain text
 */
public record Piece(String text, Expression code) {
    static Piece of(Placeholders.Part part) {
        return new Piece(part.text(), part.isCode() ? Expression.parse(part.text(), part.place()) : null);
    }

    /** Whether it is an expression. */
    public boolean isCode() {
        return code != null;
    }

    /**
     * The plain text, or the value of the expression.
     *
     * @throws ExpressionFault as the expression does
     */
    public Object value(Bindings bindings) {
        return code == null ? text : code.evaluate(bindings);
    }
}
