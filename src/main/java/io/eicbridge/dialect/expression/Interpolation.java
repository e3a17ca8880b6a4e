package io.eicbridge.dialect.expression;

/** A text with values put in, which Groovy does not take for equal to a plain text in {@code equals} and in look-ups. */
record Interpolation(String text) {
    @Override
    public String toString() {
        return text;
    }
}
