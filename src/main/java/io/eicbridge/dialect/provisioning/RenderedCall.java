package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A call with all values put in, ready to be sent.
 *
 * @param name the call's name in its parameter
 * @param url absolute, with every value encoded
 * @param headers without Authorization, which the bridge itself adds
 * @param contentType as the parameter says it, empty where it says nothing
 * @param body JSON, or one text for a form; null for nothing
 */
public record RenderedCall(
        String name, String method, String url, Map<String, String> headers, String contentType, JsonNode body) {

    /** Copies the headers. */
    public RenderedCall {
        headers = Map.copyOf(headers);
    }

    /**
     * Path and query behind the first of these addresses that the url lies under, so that a token never goes elsewhere.
     *
     * @param bases addresses of the same system, for instance {@code https://api.intercom.io}
     * @throws io.eicbridge.failure.Rejected for a url of another system
     */
    public String pathUnder(List<String> bases) {
        return new Destination(bases).path(url, name);
    }

    /** Name and method; never url or body, which may hold personal data. */
    @Override
    public String toString() {
        return "RenderedCall[" + name + " " + method + "]";
    }
}
