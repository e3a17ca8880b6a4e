package io.eicbridge.connector.provisioning;

import io.eicbridge.connector.Refusals;

/** Reads the numbers by which requests and tickets are asked for. */
final class RequestNumbers {
    private RequestNumbers() {}

    /** The number; {@code Rejected} with 404 for anything that names nothing. */
    static long read(String text, String what) {
        if (!text.matches("\\d{1,18}")) {
            throw Refusals.unknown("There is no " + what + " of this name: give the number that an answer told.");
        }
        return Long.parseLong(text);
    }
}
