package io.eicbridge.sandbox.answers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints by method and path; of two that fit, the one listed first answers. */
public final class Endpoints {
    private final List<Endpoint> endpoints;

    /** A table of endpoints. */
    public Endpoints(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    /** An endpoint and the parts of the path that it names. */
    public record Match(Endpoint endpoint, Map<String, String> variables) {}

    /** The endpoint that answers a method and path. */
    public Optional<Match> match(String method, String path) {
        String[] parts = path.split("/");
        for (Endpoint endpoint : endpoints) {
            boolean fits = endpoint.method().equals(method) && fits(endpoint.parts(), parts);
            if (fits) {
                return Optional.of(new Match(endpoint, variables(endpoint.parts(), parts)));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String[] pattern, String[] parts) {
        boolean fits = pattern.length == parts.length;
        for (int at = 0; fits && at < parts.length; at++) {
            fits = isVariable(pattern[at]) || pattern[at].equals(parts[at]);
        }
        return fits;
    }

    private static Map<String, String> variables(String[] pattern, String[] parts) {
        Map<String, String> variables = new HashMap<>();
        for (int at = 0; at < parts.length; at++) {
            if (isVariable(pattern[at])) {
                variables.put(pattern[at].substring(1, pattern[at].length() - 1), decoded(parts[at]));
            }
        }
        return variables;
    }

    /** In a path a plus sign is just that. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }
}
