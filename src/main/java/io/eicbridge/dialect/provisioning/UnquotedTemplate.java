package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.expression.Bindings;
import java.util.regex.Pattern;

/** An expression that stands without quotes in a JSON text: its value must be one JSON value, and a container only if the expression made it. */
record UnquotedTemplate(Filling filling) implements JsonTemplate {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern MAKES_JSON = Pattern.compile("JsonBuilder|writeValueAsString|\\bas\\s+[\\w.]*JSON\\b");

    @Override
    public JsonNode render(Bindings bindings) {
        Object value = filling.value(bindings);
        if (value == null) {
            return null;
        }
        return value instanceof String text ? read(text) : JSON.valueToTree(value);
    }

    private JsonNode read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (!json.isMissingNode() && (json.isValueNode() || madeHere())) {
                return json;
            }
        } catch (JsonProcessingException noJson) {
            // told below, without the value that the parser would show
        }
        throw filling.rejected(
                "${" + code()
                        + "} stands without quotes, and its value is no number, truth value or JSON made by the expression. Put it in quotes");
    }

    private boolean madeHere() {
        return MAKES_JSON.matcher(code()).find();
    }

    private String code() {
        return filling.template().pieces().get(0).text();
    }
}
