package io.eicbridge.intercom;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Under which addresses connection parameters know the Intercom that the bridge calls. */
public final class IntercomAddresses {
    /** Packages are written for Intercom's own hosts, of any region. */
    private static final List<String> REGIONS =
            List.of("https://api.intercom.io", "https://api.eu.intercom.io", "https://api.au.intercom.io");

    private IntercomAddresses() {}

    /** Intercom at {@code url}: that address, and those that Intercom's regions have. */
    public static List<String> of(URI url) {
        return Stream.concat(Stream.of(url.toString()), REGIONS.stream())
                .distinct()
                .toList();
    }
}
