package io.eicbridge.connector;

import io.eicbridge.failure.Configuration;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows under which address callers reach the bridge, for links that they follow. */
public final class PublicUrl {
    /** Scheme and authority of an absolute URL; names, IPv4 and IPv6 addresses, no user info. */
    private static final Pattern BASE = Pattern.compile(
            "(https?://(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?)(?:[/?#].*)?", Pattern.DOTALL);

    private final Optional<String> configured;

    /** {@code bridge.public-url}, where callers come through a proxy; else each call's own Host header tells. */
    public PublicUrl(Optional<String> configured) {
        this.configured = configured.map(PublicUrl::checked);
    }

    /** The address of one path, without its query; {@code Rejected} with 400 where the Host header names no host. */
    String of(Request request) {
        return base(request) + request.path();
    }

    private String base(Request request) {
        return configured.orElseGet(() -> {
            Matcher matcher = BASE.matcher(request.url());
            if (!matcher.matches()) {
                throw Refusals.invalid("The Host header names no host: send the one under which you reach the bridge.");
            }
            return matcher.group(1);
        });
    }

    private static String checked(String url) {
        if (!BASE.matcher(url).matches() || URI.create(url).getRawQuery() != null || url.contains("#")) {
            throw new Configuration(
                    "'bridge.public-url' is '" + url
                            + "': give scheme, host and, where a proxy adds one, the path prefix, as in https://bridge.example.com.");
        }
        return url.replaceAll("/+$", "");
    }
}
