package io.eicbridge.connector.provisioning;

import java.util.stream.Stream;

/**
 * How a caller wants to learn the outcome, as its header Prefer says.
 *
 * @param later whether it asks for the outcome afterwards, instead of waiting and calling once more
 */
public record Preference(boolean later) {
    private static final String LATER = "respond-async";

    /** Reads the header, null for none; unknown preferences may be left aside, by the header's own definition. */
    static Preference of(String header) {
        return new Preference(header != null
                && Stream.of(header.split(",")).map(String::strip).anyMatch(LATER::equalsIgnoreCase));
    }
}
