package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.expression.Bindings;
import java.util.Collection;
import java.util.List;

/**
 * Whether a call is made, and how often.
 *
 * @param condition {@code callCondition}, null for always
 * @param list {@code callListPath}, null for once
 */
record CallWhen(Filling condition, Filling list) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean holds(Bindings bindings) {
        if (condition == null) {
            return true;
        }
        Object value = condition.value(bindings);
        if (value == null || value instanceof Boolean || value instanceof String) {
            return "true".equalsIgnoreCase(String.valueOf(value));
        }
        throw condition.rejected("the condition is neither true nor false");
    }

    List<JsonNode> items(Bindings bindings) {
        Object value = list.value(bindings);
        if (value instanceof Collection<?> found) {
            return found.stream().map(item -> (JsonNode) JSON.valueToTree(item)).toList();
        }
        throw list.rejected("what stands there is no list");
    }
}
