package io.eicbridge.intercom;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes what goes into the path of a call. */
public final class CallPath {
    private CallPath() {}

    /** A value for a path segment or a query parameter. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Path and query of an address that Intercom sent: its host may be that of another region and is not followed. */
    static String ofAddress(String address) {
        URI uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
