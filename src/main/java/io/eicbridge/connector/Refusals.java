package io.eicbridge.connector;

import io.eicbridge.failure.Rejected;

/** The ways in which the connector API says no, each with the HTTP status that the caller sees. */
final class Refusals {

    private Refusals() {}

    static Rejected invalid(String message) {
        return new Rejected(message, 400, "", null);
    }

    static Rejected unauthorized(String message) {
        return new Rejected(message, 401, "", null);
    }

    static Rejected unknown(String message) {
        return new Rejected(message, 404, "", null);
    }

    static Rejected wrongMethod(String message) {
        return new Rejected(message, 405, "", null);
    }

    static Rejected outdated(String message) {
        return new Rejected(message, 410, "", null);
    }

    static Rejected tooLarge(String message) {
        return new Rejected(message, 413, "", null);
    }

    static Rejected unsupported(String message) {
        return new Rejected(message, 501, "", null);
    }
}
