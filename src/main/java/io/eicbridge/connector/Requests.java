package io.eicbridge.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Takes what the API needs out of a message before its headers are dropped. */
public final class Requests {

    /**
     * Copies a call from the HTTP server's message. Path and query come from the request line alone: platform-http mixes
     * query parameters, form fields and path parameters into one map of headers, where a caller could shadow any of them.
     */
    public Request take(Map<String, Object> headers, Object body) {
        return new Request(
                text(headers, "CamelHttpMethod"),
                text(headers, "CamelHttpPath"),
                text(headers, "CamelHttpRawQuery"),
                text(headers, "CamelHttpUrl"),
                text(headers, "Authorization"),
                content(body));
    }

    private static String text(Map<String, Object> headers, String name) {
        return headers.get(name) instanceof String value ? value : "";
    }

    /** A form arrives as a map, everything else as the server's buffer, or as a stream where a route caches streams. */
    private static Object content(Object body) {
        if (body instanceof Map<?, ?>) {
            return body;
        }
        return body instanceof InputStream stream ? text(stream) : Objects.toString(body, "");
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readNBytes(JsonBody.LIMIT + 1), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
