package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;
import java.util.Set;

/** What calls send: text that is no JSON, literal samples, and values that break the JSON around them. */
final class BodiesCheck implements PackageCheck {
    private static final Set<String> OF_A_PERSON = Set.of("CreateAccountJSON", "UpdateAccountJSON", "UpdateUserJSON");

    @Override
    public void check(Opened opened) {
        for (Parameter parameter : opened.parameters()) {
            Look.walk(parameter.root(), value -> {
                boolean isText = value.key().equals("httpParams") && value.content() instanceof String;
                if (isText && !Look.plain(value).isBlank()) {
                    text(value, parameter.notes());
                }
            });
        }
        for (Parameter parameter : opened.provisioning()) {
            if (OF_A_PERSON.contains(parameter.name())) {
                Opened.calls(parameter).forEach(call -> samples(call, parameter.notes()));
            }
        }
    }

    private static void text(Located body, Notes notes) {
        String text = Look.plain(body).strip();
        boolean isJson = text.startsWith("{") || text.startsWith("[");
        String filled = Filled.json(text);
        if (!isJson || filled == null) {
            return;
        }
        Notes inner = new Notes("");
        TolerantReader.read(filled, inner);
        inner.findings().stream()
                .filter(finding -> finding.code() != Code.JSON_RAW_NEWLINE)
                .findFirst()
                .ifPresent(first -> notes.add(
                        Code.PARAMS_SYNTAX,
                        body,
                        "The JSON in this text is broken, in its line " + first.line() + ", column " + first.column()
                                + " with values put in: " + first.explanation(),
                        first.remedy()));
        if (Filled.hasValueInQuotes(text)) {
            notes.add(
                    Code.BODY_NOT_ESCAPED,
                    body,
                    "Values are put between quotes as they are: one with a quote or a line end breaks the body",
                    "Build the body with ${new groovy.json.JsonBuilder([…]).toString()} where values are free text");
        }
    }

    private static void samples(Located call, Notes notes) {
        Look.at(call, "httpParams")
                .filter(body -> !Look.allTexts(body).contains("${"))
                .filter(body -> Look.allTexts(body).matches("(?s).*(mail|firstname|lastname|accountID|userName).*"))
                .ifPresent(body -> notes.add(
                        Code.BODY_CONSTANT,
                        body,
                        "The body is the same for every task: literal values of a sample, no expression",
                        "Put in expressions, for instance ${user.email}"));
    }
}
