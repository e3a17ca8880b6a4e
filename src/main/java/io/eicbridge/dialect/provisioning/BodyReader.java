package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Section;
import io.eicbridge.dialect.expression.Template;
import java.util.Optional;

/** Reads {@code httpParams}: an object, or a text that holds JSON or a form. */
record BodyReader(FillingReader fillings) {
    static final String FORM = "application/x-www-form-urlencoded";

    BodyTemplate read(Section call, String method, String contentType) {
        Optional<Located> params = call.member("httpParams").filter(value -> !isEmpty(value, method));
        if (params.isEmpty()) {
            return BodyTemplate.NONE;
        }
        boolean isForm = method.equals("GET") || contentType.startsWith(FORM);
        return isForm
                ? form(params.get())
                : json(params.get()).<BodyTemplate>map(json -> json::render).orElse(BodyTemplate.NONE);
    }

    private static boolean isEmpty(Located value, String method) {
        boolean isBare = method.equals("GET") || method.equals("DELETE");
        return value.content() == null
                || value.content() instanceof String text && text.isBlank()
                || isBare && value.isObject() && value.members().isEmpty();
    }

    private Optional<JsonTemplate> json(Located params) {
        if (params.content() instanceof String text) {
            Optional<Template> parsed = fillings.parsed(text, params);
            return parsed.flatMap(template -> JsonText.read(template, params, fillings.findings()))
                    .map(new JsonTemplateReader(fillings, false)::read);
        }
        if (!params.isObject() && params.elements().isEmpty()) {
            fillings.findings()
                    .add(params, "must be an object, a list or a text that holds JSON, found " + params.found());
            return Optional.empty();
        }
        return Optional.of(new JsonTemplateReader(fillings, true).read(params));
    }

    private BodyTemplate form(Located params) {
        if (params.content() instanceof String text && !text.strip().startsWith("{")) {
            return fillings.read(text, params).<BodyTemplate>map(FormText::new).orElse(BodyTemplate.NONE);
        }
        Optional<JsonTemplate> members = json(params).filter(json -> json instanceof ObjectTemplate);
        if (members.isEmpty()) {
            fillings.findings().add(params, "must be an object of names and values, as a form or a query takes it");
        }
        return members.<BodyTemplate>map(FormTemplate::new).orElse(BodyTemplate.NONE);
    }
}
