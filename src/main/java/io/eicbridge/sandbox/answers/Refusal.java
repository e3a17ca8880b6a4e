package io.eicbridge.sandbox.answers;

/** An error that Intercom would answer with: a status, a code of its list and a message. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final String link;

    /** A refusal without more than status, code and message. */
    public Refusal(int status, String code, String message) {
        this(status, code, message, null);
    }

    Refusal(int status, String code, String message, String link) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.link = link;
    }

    static Refusal bad(String code, String message) {
        return new Refusal(400, code, message);
    }

    static Refusal notFound(String code, String message) {
        return new Refusal(404, code, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Intercom's code. */
    public String code() {
        return code;
    }

    /** What the header {@code Link} says, null where there is none. */
    public String link() {
        return link;
    }

    /** Writes the body of a refusal. */
    @FunctionalInterface
    public interface Form {
        /** Writes it; not every form tells the id of the request. */
        void write(Refusal refusal, String requestId, JsonBytes out);
    }

    /** The body that goes with it. */
    public void write(String requestId, JsonBytes out) {
        out.raw("{\"type\":\"error.list\",\"request_id\":").text(requestId);
        out.raw(",\"errors\":[{\"code\":").text(code);
        out.raw(",\"message\":").text(getMessage()).raw("}]}");
    }
}
