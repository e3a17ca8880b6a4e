package io.eicbridge.failure;

import java.util.Optional;

/** A failure whose kind says what may follow; its message says the consequence and what to do, never a body or a token. */
public abstract sealed class Failure extends RuntimeException permits Transient, Rejected, Configuration {
    private static final long serialVersionUID = 1L;
    private final String requestId;

    Failure(String message, String requestId, Throwable cause) {
        super(message, cause);
        this.requestId = requestId;
    }

    /** The other side's own id of the request, where it sent one. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
