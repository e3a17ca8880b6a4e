package io.eicbridge.directory;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Attributes as one JSON object of texts, the form in which they are stored. */
final class AttributesJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL_LENGTH = 1_000;

    private AttributesJson() {}

    static String of(SortedMap<String, String> attributes) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                json.writeStringField(StoredColumns.stored(attribute.getKey()), attribute.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String of(SortedMap<String, String> attributes, SortedMap<String, String> more) {
        if (more.isEmpty()) {
            return of(attributes);
        }
        SortedMap<String, String> all = new TreeMap<>(attributes);
        all.putAll(more);
        return of(all);
    }

    /** What was stored by one of the other two. */
    static SortedMap<String, String> read(String json) {
        SortedMap<String, String> attributes = new TreeMap<>();
        parsed(json, new TypeReference<TreeMap<String, String>>() {})
                .forEach((stored, value) -> attributes.put(StoredColumns.column(stored), value));
        return attributes;
    }

    /** Attribute to the value before and the one after. */
    static String ofPairs(Map<String, List<String>> pairs) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(pairs));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static SortedMap<String, List<String>> readPairs(String json) {
        return parsed(json, new TypeReference<TreeMap<String, List<String>>>() {});
    }

    /** Attribute to both values, where they differ; a missing one counts as empty. */
    static SortedMap<String, List<String>> differences(Map<String, String> before, Map<String, String> after) {
        SortedMap<String, List<String>> differences = new TreeMap<>();
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String column : all) {
            List<String> values = List.of(before.getOrDefault(column, ""), after.getOrDefault(column, ""));
            if (!values.get(0).equals(values.get(1))) {
                differences.put(column, values);
            }
        }
        return differences;
    }

    /** Which attributes changed, with empty values; a status is none that is personal. */
    static String withoutValues(String pairs) {
        SortedMap<String, List<String>> known = readPairs(pairs);
        known.replaceAll((column, values) -> column.equals(AccountHistory.STATUS) ? values : List.of("", ""));
        return ofPairs(known);
    }

    private static <T> T parsed(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored attributes are no JSON", e);
        }
    }
}
