package io.eicbridge.dialect.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A JSON object as a map that cannot be changed. */
final class JsonMap extends AbstractMap<String, Object> {
    private final JsonNode json;

    JsonMap(JsonNode json) {
        this.json = json;
    }

    @Override
    public Object get(Object key) {
        return key instanceof String name ? JsonValues.of(json.get(name)) : null;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && json.has(name);
    }

    @Override
    public int size() {
        return json.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> members = new LinkedHashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), JsonValues.of(member.getValue())));
        return Collections.unmodifiableMap(members).entrySet();
    }
}
