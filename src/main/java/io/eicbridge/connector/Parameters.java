package io.eicbridge.connector;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The query parameters of one call, each known and given once. */
public final class Parameters {
    private static final List<String> OF_LISTS =
            List.of("offset", "pagesize", "run", "after", "consumer", "pull", "q", "fields", "sort", "order");

    private final Map<String, String> values = new TreeMap<>();

    private final List<String> allowed;

    private Parameters(List<String> allowed) {
        this.allowed = allowed;
    }

    /** Reads a raw query; {@code Rejected} with 400 that names what is wrong and what is allowed. */
    static Parameters read(String query) {
        return read(query, OF_LISTS);
    }

    /** The same where other names are allowed. */
    public static Parameters read(String query, List<String> allowed) {
        Parameters parameters = new Parameters(allowed);
        if (!query.isEmpty()) {
            List.of(query.split("&")).forEach(parameters::add);
        }
        return parameters;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        if (!allowed.contains(name)) {
            throw Refusals.invalid("A query parameter is unknown: allowed are " + String.join(", ", allowed) + ".");
        }
        if (values.put(name, decode(equals < 0 ? "" : pair.substring(equals + 1))) != null) {
            throw Refusals.invalid("'" + name + "' is given twice: give it once.");
        }
    }

    /** A parameter's text, empty where it is missing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A parameter's whole number between the limits, both included. */
    public Optional<Long> number(String name, long least, long most) {
        return text(name).map(value -> {
            if (!value.matches("\\d{1,18}") || Long.parseLong(value) < least || Long.parseLong(value) > most) {
                throw Refusals.invalid("'" + name + "' is not a whole number from " + least + " to " + most + ".");
            }
            return Long.parseLong(value);
        });
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusals.invalid("The query is not properly percent-encoded: encode it as UTF-8.");
        }
    }
}
