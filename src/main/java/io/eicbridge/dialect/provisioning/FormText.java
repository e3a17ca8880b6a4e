package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eicbridge.dialect.expression.Bindings;

/** A form that its parameter writes as one text: {@code name=${value}&…}; the values are encoded. */
record FormText(Filling filling) implements BodyTemplate {
    @Override
    public JsonNode render(Bindings bindings) {
        return new TextNode(filling.text(bindings, Encoding::form));
    }
}
