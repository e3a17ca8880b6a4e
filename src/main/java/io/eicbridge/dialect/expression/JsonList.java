package io.eicbridge.dialect.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;

/** A JSON list as a list that cannot be changed. */
final class JsonList extends AbstractList<Object> {
    private final JsonNode json;

    JsonList(JsonNode json) {
        this.json = json;
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= json.size()) {
            throw new IndexOutOfBoundsException();
        }
        return JsonValues.of(json.get(index));
    }

    @Override
    public int size() {
        return json.size();
    }
}
