package io.eicbridge.dialect.expression;

/** What an operation refuses; the node that performs it adds the place. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }
}
