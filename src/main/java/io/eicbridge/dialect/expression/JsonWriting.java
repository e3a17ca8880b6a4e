package io.eicbridge.dialect.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes values as JSON: Groovy's builder with plain ASCII alone, Jackson with every character. */
final class JsonWriting {
    private static final ObjectWriter PLAIN = JsonMapper.builder().build().writer();
    private static final ObjectWriter ASCII =
            PLAIN.with(JsonWriteFeature.ESCAPE_NON_ASCII).without(JsonWriteFeature.WRITE_HEX_UPPER_CASE);

    private JsonWriting() {}

    static String text(Object value, boolean isAscii, Evaluation run) {
        run.grow(Building.text(value, run).length());
        try {
            return (isAscii ? ASCII : PLAIN).writeValueAsString(Results.plain(value, run));
        } catch (JsonProcessingException wrong) {
            throw new Refusal("cannot be written as JSON");
        }
    }
}
