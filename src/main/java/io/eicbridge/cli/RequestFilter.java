package io.eicbridge.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which requests are meant: those that have all of these values, by the names of the API. */
public record RequestFilter(Map<String, String> values) {
    /** Values that are null or empty do not restrict. */
    static RequestFilter of(String endpoint, String operation, String account, String since) {
        Map<String, String> values = new TreeMap<>();
        put(values, "endpoint", endpoint);
        put(values, "operation", operation);
        put(values, "account", account);
        put(values, "since", since);
        return new RequestFilter(Map.copyOf(values));
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
    }

    RequestFilter with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        put(more, name, value);
        return new RequestFilter(Map.copyOf(more));
    }

    /** As the query of a path, in the order of the names. */
    public String query() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value ->
                                value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(values).forEach(json::put);
        return json;
    }
}
