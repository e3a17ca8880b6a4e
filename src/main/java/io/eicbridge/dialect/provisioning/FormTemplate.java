package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eicbridge.dialect.expression.Bindings;
import java.util.StringJoiner;

/** The members of an object as a form: {@code name=value&…}, each encoded. */
record FormTemplate(JsonTemplate members) implements BodyTemplate {
    @Override
    public JsonNode render(Bindings bindings) {
        StringJoiner form = new StringJoiner("&");
        members.render(bindings)
                .properties()
                .forEach(member -> form.add(Encoding.form(member.getKey()) + "="
                        + Encoding.form(
                                member.getValue().isValueNode()
                                        ? member.getValue().asText()
                                        : member.getValue().toString())));
        return new TextNode(form.toString());
    }
}
