package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.expression.Bindings;
import java.util.Map;

/** An object; a member without a value is left out, so that it changes nothing at the other side. */
record ObjectTemplate(Map<String, JsonTemplate> members) implements JsonTemplate {
    @Override
    public JsonNode render(Bindings bindings) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((key, member) -> {
            JsonNode value = member.render(bindings);
            if (value != null) {
                object.set(key, value);
            }
        });
        return object;
    }
}
