package io.eicbridge.provisioning;

import io.eicbridge.failure.Rejected;

/** The ways in which this room says no, each with the HTTP status that a caller sees. */
final class Refusals {
    private Refusals() {}

    static Rejected invalid(String message) {
        return new Rejected(message, 400, "", null);
    }

    static Rejected unknown(long id) {
        return new Rejected(
                "There is no request " + id + "; give the number that a list shows. One that ended long ago is no"
                        + " longer kept.",
                404,
                "",
                null);
    }

    static Rejected conflict(String message) {
        return new Rejected(message, 409, "", null);
    }
}
