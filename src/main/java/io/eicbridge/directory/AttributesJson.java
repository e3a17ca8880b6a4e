package io.eicbridge.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import java.util.TreeMap;

/** Attributes as one JSON object of texts, the form in which they are stored. */
final class AttributesJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AttributesJson() {}

    static String of(SortedMap<String, String> attributes) {
        try {
            return JSON.writeValueAsString(attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(SortedMap<String, String> attributes, SortedMap<String, String> more) {
        if (more.isEmpty()) {
            return of(attributes);
        }
        SortedMap<String, String> all = new TreeMap<>(attributes);
        all.putAll(more);
        return of(all);
    }
}
