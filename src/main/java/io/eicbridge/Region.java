package io.eicbridge;

import io.eicbridge.failure.Rejected;
import java.net.URI;
import java.util.Map;

/** Where Intercom keeps a workspace, and the address that belongs to it. */
final class Region {
    private static final Map<String, String> HOSTS =
            Map.of("US", "api.intercom.io", "EU", "api.eu.intercom.io", "AU", "api.au.intercom.io");

    private Region() {}

    /** In words; a Rejected failure where the address is that of another region. Other hosts than Intercom's pass. */
    static String check(URI url, String region) {
        String right = HOSTS.get(region);
        boolean official = HOSTS.containsValue(url.getHost());
        if (official && right != null && !right.equals(url.getHost())) {
            throw new Rejected("The workspace is in region " + region + ", but \"intercom.url\" is " + url
                    + ". Set \"intercom.url\" to https://" + right + ".");
        }
        return (region.isEmpty() ? "not told" : region) + ", called at " + url;
    }
}
