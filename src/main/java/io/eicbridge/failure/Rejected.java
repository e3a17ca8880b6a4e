package io.eicbridge.failure;

/** No repetition helps: the request or the record itself is refused. */
public final class Rejected extends Failure {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    /** A refusal with the HTTP status and the error code of the other side, 0 and empty where there is none. */
    public Rejected(String message, int status, String code, String requestId) {
        super(message, requestId, null);
        this.status = status;
        this.code = code;
    }

    /** A refusal decided here, without a call. */
    public Rejected(String message) {
        this(message, 0, "", null);
    }

    /** The HTTP status of the refusal, 0 where no call was made. */
    public int status() {
        return status;
    }

    /** The other side's error code, empty where it sent none. */
    public String code() {
        return code;
    }
}
