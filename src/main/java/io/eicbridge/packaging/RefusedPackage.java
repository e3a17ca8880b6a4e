package io.eicbridge.packaging;

/** A zip that is not opened, because it could harm or is none; the message says why. */
public final class RefusedPackage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPackage(String reason) {
        super(reason);
    }
}
