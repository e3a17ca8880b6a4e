package io.eicbridge.dialect.provisioning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.dialect.Located;
import io.eicbridge.dialect.Section;
import java.util.List;
import java.util.Optional;

/** Reads one call of a provisioning parameter. */
record CallReader(FillingReader fillings, Surroundings around) {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> TYPES = List.of("application/json", "application/scim+json", BodyReader.FORM);

    /** The call, empty if what it cannot do without was reported. */
    Optional<ParameterCall> read(Located call, String key) {
        Section section = Section.of(call, ParameterNames.call(fillings.parameter()), fillings.findings());
        section.verify("showResponse", "true", "the audit trail keeps every answer");
        String name = name(section, key);
        Optional<UrlTemplate> url = url(section);
        String method = method(section);
        String type = contentType(section);
        BodyTemplate body = new BodyReader(fillings).read(section, method, type);
        Headers headers = new HeadersReader(fillings).read(section);
        RulesReader rules = new RulesReader(fillings.findings());
        ResponseRules responses = rules.read(section);
        TicketRule ticket = new TicketReader(rules).read(section);
        CallWhen when = new CallWhen(expression(section, "callCondition"), expression(section, "callListPath"));
        ObjectNode connection = connection(section);
        return url.map(address -> new ParameterCall(
                new CallRequest(name, method, address, headers, type, body), when, responses, ticket, connection));
    }

    private String name(Section section, String key) {
        String name = text(section, "name").orElse(key);
        if (name.isBlank()) {
            section.report("has no name. Add \"name\": \"call1\", or the entitlement type in a parameter of access");
        } else {
            around.objectionToName(fillings.parameter(), name).ifPresent(section::report);
        }
        return name;
    }

    private Optional<UrlTemplate> url(Section section) {
        Optional<Located> url = section.required("url", "Add \"url\": \"${connection.url}/…\"");
        String plain = url.map(found -> String.valueOf(found.content()).replaceAll("\\$\\{[^}]*}", ""))
                .orElse("");
        if (plain.matches("(?s).*[{}#].*")) {
            fillings.findings()
                    .add(
                            url.get(),
                            "has {, } or # outside of an expression. Write values as ${…}, others percent-encoded");
        }
        return url.filter(found -> text(section, "url").isPresent())
                .flatMap(found -> fillings.read((String) found.content(), found))
                .map(UrlTemplate::of);
    }

    private String method(Section section) {
        Optional<Located> member = section.required("httpMethod", "Add one of " + String.join(", ", METHODS));
        String method = text(section, "httpMethod").orElse("GET");
        if (!METHODS.contains(method)) {
            fillings.findings()
                    .add(
                            member.orElseThrow(),
                            "must be one of " + String.join(", ", METHODS) + ", found \"" + method + "\"");
        }
        return method;
    }

    private String contentType(Section section) {
        String type = text(section, "httpContentType").orElse("").strip();
        if (!type.isEmpty() && TYPES.stream().noneMatch(type::startsWith)) {
            fillings.findings()
                    .add(
                            section.member("httpContentType").orElseThrow(),
                            "must be one of " + String.join(", ", TYPES) + ", found \"" + type + "\"");
        }
        return type;
    }

    private Filling expression(Section section, String key) {
        return text(section, key)
                .filter(text -> !text.isBlank())
                .flatMap(text -> fillings.expression(text, section.member(key).orElseThrow()))
                .orElse(null);
    }

    private ObjectNode connection(Section section) {
        section.member("connection").ifPresent(member -> around.objectionToConnection(member)
                .ifPresent(objection -> fillings.findings().add(member, objection)));
        return around.connections().of(text(section, "connection").orElse(""));
    }

    private Optional<String> text(Section section, String key) {
        Optional<Located> member = section.member(key);
        member.filter(value -> !(value.content() instanceof String))
                .ifPresent(value -> fillings.findings().add(value, "must be a text, found " + value.found()));
        return member.map(Located::content).filter(String.class::isInstance).map(String.class::cast);
    }
}
