package io.eicbridge.failure;

/** Another try may succeed: an overloaded or silent server, a lost connection, an answer without content. */
public final class Transient extends Failure {
    private static final long serialVersionUID = 1L;
    private final boolean safeToRepeat;

    /** A failure of a call that is repeated at once only where {@code safeToRepeat}. */
    public Transient(String message, boolean safeToRepeat, String requestId, Throwable cause) {
        super(message, requestId, cause);
        this.safeToRepeat = safeToRepeat;
    }

    /** Whether the same call can be sent again without a second effect. */
    public boolean isSafeToRepeat() {
        return safeToRepeat;
    }
}
