package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eicbridge.dialect.expression.Bindings;
import io.eicbridge.dialect.expression.ExpressionFault;
import io.eicbridge.dialect.expression.Template;
import java.util.Set;
import java.util.TreeSet;

/** The value of {@code #CONST#}: a text with expressions about the record, which they know as {@code response}. */
record Computed(Template template) implements ValueSource {
    private static final String RECORD = "response";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What follows {@code #CONST#}.
     *
     * @throws IllegalArgumentException for a name other than {@code response}
     * @throws ExpressionFault for an expression that is refused
     */
    static Computed parse(String text, String origin) {
        Template template = Template.parse(text, origin);
        Set<String> unknown = new TreeSet<>(template.names());
        unknown.remove(RECORD);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "reads " + String.join(", ", unknown) + ": an import binds only " + RECORD + ", the record");
        }
        return new Computed(template);
    }

    @Override
    public JsonNode in(JsonNode record) throws Unmappable {
        try {
            return JSON.valueToTree(template.evaluate(Bindings.of(RECORD, record)));
        } catch (ExpressionFault failed) {
            throw new Unmappable("line " + failed.line() + ", column " + failed.column() + " " + failed.reason());
        }
    }
}
