package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.dialect.expression.Bindings;

/** What a call sends, and where. */
record CallRequest(
        String name, String method, UrlTemplate url, Headers headers, String contentType, BodyTemplate body) {
    RenderedCall render(Bindings bindings) {
        JsonNode sent = body.render(bindings);
        String address = url.render(bindings);
        if (!method.equals("GET") || sent == null) {
            return new RenderedCall(name, method, address, headers.render(bindings), contentType, sent);
        }
        String joined = address + (address.contains("?") ? "&" : "?") + sent.asText();
        return new RenderedCall(name, method, joined, headers.render(bindings), contentType, null);
    }
}
