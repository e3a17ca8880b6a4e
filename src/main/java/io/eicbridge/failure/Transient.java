package io.eicbridge.failure;

/** Another try may succeed: an overloaded or silent server, a lost connection, an answer without content. */
public final class Transient extends Failure {
    private static final long serialVersionUID = 1L;
    private final boolean safeToRepeat;
    private final int status;
    private final boolean sent;

    /** A failure of a call that is repeated at once only where {@code safeToRepeat}. */
    public Transient(String message, boolean safeToRepeat, String requestId, Throwable cause) {
        this(message, safeToRepeat, requestId, cause, 0);
    }

    /** Likewise, with the HTTP status that the other side answered. */
    public Transient(String message, boolean safeToRepeat, String requestId, Throwable cause, int status) {
        this(message, safeToRepeat, requestId, cause, status, true);
    }

    private Transient(
            String message, boolean safeToRepeat, String requestId, Throwable cause, int status, boolean sent) {
        super(message, requestId, cause);
        this.safeToRepeat = safeToRepeat;
        this.status = status;
        this.sent = sent;
    }

    /** Likewise, of a call of which nothing has left this machine. */
    public static Transient unsent(String message, boolean safeToRepeat, Throwable cause) {
        return new Transient(message, safeToRepeat, null, cause, 0, false);
    }

    /** Whether the other side may have got the call; where not, it certainly did nothing. */
    public boolean maybeSent() {
        return sent;
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
