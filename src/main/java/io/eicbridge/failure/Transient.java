package io.eicbridge.failure;

/** Another try may succeed: an overloaded or silent server, a lost connection, an answer without content. */
public final class Transient extends Failure {
    private static final long serialVersionUID = 1L;
    private final boolean safeToRepeat;
    private final int status;

    /** A failure of a call that is repeated at once only where {@code safeToRepeat}. */
    public Transient(String message, boolean safeToRepeat, String requestId, Throwable cause) {
        this(message, safeToRepeat, requestId, cause, 0);
    }

    /** Likewise, with the HTTP status that the other side answered. */
    public Transient(String message, boolean safeToRepeat, String requestId, Throwable cause, int status) {
        super(message, requestId, cause);
        this.safeToRepeat = safeToRepeat;
        this.status = status;
    }

    /** The HTTP status of the answer, 0 where there was none. */
    public int status() {
        return status;
    }

    /** Whether the same call can be sent again without a second effect. */
    public boolean isSafeToRepeat() {
        return safeToRepeat;
    }
}
