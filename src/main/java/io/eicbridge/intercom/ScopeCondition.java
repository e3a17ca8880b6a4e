package io.eicbridge.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One condition of the scope.
 *
 * @param key {@code role}, {@code tag}, {@code segment} or {@code attribute.} with a name
 * @param value what must be equal
 * @param literal whether the value is text even where it looks like a number or a boolean
 */
record ScopeCondition(String key, String value, boolean literal) {
    static final String ATTRIBUTE = "attribute.";
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}\\.\\d{1,18}");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");
    private static final Pattern PLAIN = Pattern.compile("[^\\s,=\"]+( [^\\s,=\"]+)*");

    /** Text is literal only where that makes a difference, so that equal conditions are equal. */
    ScopeCondition {
        literal = literal && key.startsWith(ATTRIBUTE) && looksTyped(value);
    }

    /** The condition as filter, nothing if the workspace has no such tag or segment. */
    Optional<ObjectNode> filter(Function<String, Optional<String>> tags, Function<String, Optional<String>> segments) {
        return switch (key) {
            case "role" -> Optional.of(ContactFilter.role(value));
            case "tag" -> tags.apply(value).map(ContactFilter::tag);
            case "segment" -> segments.apply(value).map(ContactFilter::segment);
            default -> Optional.of(ContactFilter.attribute(key.substring(ATTRIBUTE.length()), typed()));
        };
    }

    String text() {
        String name = key.startsWith(ATTRIBUTE) ? ATTRIBUTE + quoted(key.substring(ATTRIBUTE.length()), false) : key;
        return name + "=" + quoted(value, literal);
    }

    private JsonNode typed() {
        if (literal || !looksTyped(value)) {
            return TextNode.valueOf(value);
        }
        if (BOOLEAN.matcher(value).matches()) {
            return BooleanNode.valueOf(Boolean.parseBoolean(value));
        }
        return WHOLE.matcher(value).matches()
                ? LongNode.valueOf(Long.parseLong(value))
                : DecimalNode.valueOf(new BigDecimal(value));
    }

    private static boolean looksTyped(String value) {
        return BOOLEAN.matcher(value).matches()
                || WHOLE.matcher(value).matches()
                || DECIMAL.matcher(value).matches();
    }

    private static String quoted(String text, boolean always) {
        return always || !PLAIN.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
