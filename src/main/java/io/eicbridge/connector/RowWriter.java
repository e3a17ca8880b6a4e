package io.eicbridge.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.eicbridge.directory.StoredColumns;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes rows with the same columns one after another; what a row lacks becomes an empty string. */
final class RowWriter {
    private static final JsonFactory JSON = new JsonFactory();
    /** The one column that the contract has as a number. */
    private static final String NUMBER = "STATUS";

    private final List<SerializedString> names;
    private final Map<String, Integer> slots = new HashMap<>();
    private final String[] values;
    private final int number;

    /** Columns in the order in which they are written. */
    RowWriter(List<String> columns) {
        names = columns.stream().map(SerializedString::new).toList();
        values = new String[columns.size()];
        for (int slot = 0; slot < columns.size(); slot++) {
            slots.put(columns.get(slot), slot);
            slots.put(StoredColumns.stored(columns.get(slot)), slot);
        }
        number = columns.indexOf(NUMBER);
        Arrays.fill(values, "");
    }

    /** Takes a stored JSON object of strings apart into the columns that are asked for. */
    RowWriter attributes(String stored) throws IOException {
        try (JsonParser parser = JSON.createParser(stored)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                take(parser, slots.get(name));
            }
        }
        return this;
    }

    private void take(JsonParser parser, Integer slot) throws IOException {
        if (parser.nextToken() == JsonToken.VALUE_STRING && slot != null) {
            values[slot] = parser.getText();
        }
    }

    /** Sets one column, unless nobody asked for it. */
    RowWriter put(String column, String value) {
        Integer slot = slots.get(column);
        if (slot != null) {
            values[slot] = value;
        }
        return this;
    }

    /** Writes the row and forgets it. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int slot = 0; slot < values.length; slot++) {
            json.writeFieldName(names.get(slot));
            if (slot == number) {
                json.writeNumber(values[slot]);
            } else {
                json.writeString(values[slot]);
            }
        }
        json.writeEndObject();
        Arrays.fill(values, "");
    }
}
