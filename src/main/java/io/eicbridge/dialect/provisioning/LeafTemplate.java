package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eicbridge.dialect.expression.Bindings;
import java.util.function.UnaryOperator;

/**
 * A text of a JSON value; whatever is put in stays inside it.
 *
 * @param keepsType whether a text that is one expression takes the type of its value, as it is between quotes in EIC: a text
 */
record LeafTemplate(Filling filling, boolean keepsType) implements JsonTemplate {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JsonNode render(Bindings bindings) {
        if (!filling.isOneExpression()) {
            return new TextNode(filling.text(bindings, UnaryOperator.identity()));
        }
        Object value = filling.value(bindings);
        if (value == null) {
            return null;
        }
        return keepsType ? JSON.valueToTree(value) : new TextNode(filling.inText(value));
    }
}
