package io.eicbridge.dialect.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Shows JSON to expressions as the values Groovy would see. */
final class JsonValues {
    private JsonValues() {}

    static Object of(JsonNode json) {
        if (json == null) {
            return null;
        }
        return switch (json.getNodeType()) {
            case STRING -> json.textValue();
            case BOOLEAN -> json.booleanValue();
            case NUMBER -> number(json);
            case OBJECT -> new JsonMap(json);
            case ARRAY -> new JsonList(json);
            default -> null;
        };
    }

    private static Object number(JsonNode json) {
        return switch (json.numberType()) {
            case INT -> json.intValue();
            case LONG -> json.longValue();
            case BIG_INTEGER -> Numbers.bounded(json.bigIntegerValue());
            default -> Numbers.bounded(decimal(json));
        };
    }

    private static BigDecimal decimal(JsonNode json) {
        return json.isBigDecimal() ? json.decimalValue() : BigDecimal.valueOf(json.doubleValue());
    }
}
