package io.eicbridge.dialect.expression;

/** An expression that is refused when it is read, or fails when it is evaluated; never tells a value, which may be personal. */
public final class ExpressionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String origin;
    private final int line;
    private final int column;
    private final String reason;

    ExpressionFault(String origin, int line, int column, String reason) {
        super(origin + " line " + line + ", column " + column + ": " + reason, null, false, false);
        this.origin = origin;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** Where the text came from, for instance a file and a JSON pointer. */
    public String origin() {
        return origin;
    }

    /** The line within the text, from 1. */
    public int line() {
        return line;
    }

    /** The column within the text, from 1. */
    public int column() {
        return column;
    }

    /** What was refused or failed, and what is allowed. */
    public String reason() {
        return reason;
    }
}
