package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.Located;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes templates of JSON values.
 *
 * @param keepsType whether a text that is one expression takes the type of its value
 */
record JsonTemplateReader(FillingReader fillings, boolean keepsType) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonTemplate NOTHING = bindings -> null;

    JsonTemplate read(Located value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.content() instanceof Unquoted unquoted) {
            return or(fillings.read(unquoted.code(), value).map(UnquotedTemplate::new));
        }
        if (value.content() instanceof String text) {
            return text(text, value);
        }
        if (!value.elements().isEmpty()) {
            return new ListTemplate(value.elements().stream().map(this::read).toList());
        }
        return constant(JSON.valueToTree(value.content()));
    }

    private JsonTemplate object(Located value) {
        Map<String, JsonTemplate> members = new LinkedHashMap<>();
        value.members().forEach((key, member) -> {
            if (key.contains("${")) {
                fillings.findings().add(member, "has an expression in its name. Only values can hold expressions");
            }
            members.put(key, read(member));
        });
        return new ObjectTemplate(members);
    }

    private JsonTemplate text(String text, Located at) {
        Optional<Filling> filling = fillings.read(text, at);
        boolean isPlain = filling.isPresent()
                && filling.get().template().pieces().stream().noneMatch(piece -> piece.isCode());
        return isPlain
                ? constant(JSON.getNodeFactory().textNode(text))
                : or(filling.map(found -> new LeafTemplate(found, keepsType)));
    }

    private static JsonTemplate constant(JsonNode value) {
        return bindings -> value.deepCopy();
    }

    /** A template that was reported is never rendered. */
    private static JsonTemplate or(Optional<? extends JsonTemplate> template) {
        return template.map(JsonTemplate.class::cast).orElse(NOTHING);
    }
}
