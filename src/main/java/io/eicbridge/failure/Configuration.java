package io.eicbridge.failure;

/** Somebody must change a setting, a permission or a token first; everything of the named capability waits for that. */
public final class Configuration extends Failure {
    private static final long serialVersionUID = 1L;
    private final String capability;

    /** A failure of one capability; {@code "system"} stops everything that talks to the other side. */
    public Configuration(String message, String capability, String requestId) {
        super(message, requestId, null);
        this.capability = capability;
    }

    /** A setting of the bridge itself is wrong. */
    public Configuration(String message) {
        this(message, "system", null);
    }

    /** What cannot be used until this is mended, for instance {@code team-write}. */
    public String capability() {
        return capability;
    }
}
