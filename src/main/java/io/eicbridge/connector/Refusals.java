package io.eicbridge.connector;

import io.eicbridge.failure.Rejected;

/** The ways in which the connector API says no, each with the HTTP status that the caller sees. */
public final class Refusals {

    private Refusals() {}

    /** Something in the call is not understood or not allowed: 400. */
    public static Rejected invalid(String message) {
        return new Rejected(message, 400, "", null);
    }

    /** The caller has not proved who it is: 401. */
    public static Rejected unauthorized(String message) {
        return new Rejected(message, 401, "", null);
    }

    /** There is nothing under this name: 404. */
    public static Rejected unknown(String message) {
        return new Rejected(message, 404, "", null);
    }

    /** The path does not answer this method: 405. */
    public static Rejected wrongMethod(String message) {
        return new Rejected(message, 405, "", null);
    }

    /** What a link points at is no longer kept: 410. */
    public static Rejected outdated(String message) {
        return new Rejected(message, 410, "", null);
    }

    /** The call is too long: 413. */
    public static Rejected tooLarge(String message) {
        return new Rejected(message, 413, "", null);
    }

    /** Intercom cannot do this: 501. */
    public static Rejected unsupported(String message) {
        return new Rejected(message, 501, "", null);
    }
}
