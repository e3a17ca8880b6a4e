package io.eicbridge.dialect.provisioning;

import io.eicbridge.failure.Rejected;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The addresses under which a call may go, because the token that it carries is theirs. */
record Destination(List<String> bases) {
    private static final Set<String> CLIMBING = Set.of(".", "..", "%2e", "%2e%2e", ".%2e", "%2e.");

    String path(String url, String call) {
        URI target = parsed(url, call);
        return bases.stream()
                .map(base -> under(URI.create(base), target))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new Rejected(
                                "call " + call
                                        + " goes to another address than the one its token is for. Let its url begin with ${connection.url}"));
    }

    private static URI parsed(String url, String call) {
        URI target;
        try {
            target = URI.create(url);
        } catch (IllegalArgumentException broken) {
            throw new Rejected("call " + call + " has a url that cannot be read. Mend its url in the parameter");
        }
        String path = String.valueOf(target.getRawPath());
        if (Arrays.stream(path.split("/")).anyMatch(step -> CLIMBING.contains(step.toLowerCase(Locale.ROOT)))) {
            throw new Rejected("call " + call + " has a url with . or .. as a part, which would lead to another place");
        }
        return target;
    }

    private static Optional<String> under(URI base, URI target) {
        String root = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
        String path = target.getRawPath() == null ? "" : target.getRawPath();
        boolean isThere = base.getScheme().equalsIgnoreCase(target.getScheme())
                && base.getHost().equalsIgnoreCase(target.getHost())
                && port(base) == port(target)
                && target.getRawUserInfo() == null
                && (path.equals(root) || path.startsWith(root + "/"));
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        return isThere ? Optional.of(path.substring(root.length()) + query) : Optional.empty();
    }

    private static int port(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? usual : address.getPort();
    }
}
