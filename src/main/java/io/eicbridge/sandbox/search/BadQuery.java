package io.eicbridge.sandbox.search;

/** A search that Intercom would refuse with status 400; the code is Intercom's. */
public final class BadQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /** A refusal with Intercom's code. */
    public BadQuery(String code, String message) {
        super(message);
        this.code = code;
    }

    static BadQuery parameter(String message) {
        return new BadQuery("parameter_invalid", message);
    }

    /** Intercom's error code. */
    public String code() {
        return code;
    }
}
