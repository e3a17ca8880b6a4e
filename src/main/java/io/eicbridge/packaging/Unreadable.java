package io.eicbridge.packaging;

/** Ends the reading of a document of which the rest makes no sense; what is wrong has been noted. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
        super("the rest cannot be read", null, false, false);
    }
}
