package io.eicbridge.connector;

import java.util.List;

/** One call of the connector API as it came in; its text never shows the credentials or the body. */
public record Request(String method, String path, String query, String url, String authorization, Object body) {

    /** The parts of the path between its slashes, decoded by the HTTP server only as far as that is harmless. */
    public List<String> segments() {
        return List.of(path.replaceAll("^/+|/+$", "").split("/+"));
    }

    /** The first part of the path: the endpoint's name, which nobody has checked yet. */
    public String endpoint() {
        return segments().get(0);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
