package io.eicbridge.connector;

import java.util.Map;

/** One answer of the connector API: HTTP status, the headers that go with it, and its body. */
public record ApiAnswer(int status, Map<String, String> headers, Object body) {

    /** The value of one header, null where this answer has none. */
    public String header(String name) {
        return headers.get(name);
    }
}
