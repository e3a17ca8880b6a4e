package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.eicbridge.dialect.expression.Bindings;
import java.util.List;
import java.util.Objects;

/** A list; an element without a value is left out. */
record ListTemplate(List<JsonTemplate> elements) implements JsonTemplate {
    @Override
    public JsonNode render(Bindings bindings) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        elements.stream()
                .map(element -> element.render(bindings))
                .filter(Objects::nonNull)
                .forEach(list::add);
        return list;
    }
}
