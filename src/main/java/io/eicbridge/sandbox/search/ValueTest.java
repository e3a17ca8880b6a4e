package io.eicbridge.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Contact;
import io.eicbridge.sandbox.workspace.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Conditions on texts, flags and numbers; what has no value matches every negation. */
final class ValueTest {
    private static final Set<String> LISTS = Set.of("IN", "NIN");

    private ValueTest() {}

    static Filter of(Attribute attribute, String operator, JsonNode value) {
        if (LISTS.contains(operator) != value.isArray()) {
            throw BadQuery.parameter("The operator " + operator + " on " + attribute.name() + " has a wrong value");
        }
        return switch (operator) {
            case "=" -> same(attribute, value);
            case "!=" -> test(attribute, equal(attribute, value), false);
            case "IN" -> test(attribute, in(attribute, value), true);
            case "NIN" -> test(attribute, in(attribute, value), false);
            default -> compared(attribute, operator, value);
        };
    }

    private static Filter same(Attribute attribute, JsonNode value) {
        Filter test = test(attribute, equal(attribute, value), true);
        return Filter.Key.fits(attribute) && !value.isNull() ? new Filter.Key(attribute, value.asText(), test) : test;
    }

    private static Filter compared(Attribute attribute, String operator, JsonNode value) {
        return switch (attribute.kind()) {
            case TEXT -> text(attribute, operator, value);
            case NUMBER, DECIMAL -> number(attribute, operator, value);
            default -> throw refused(attribute, operator);
        };
    }

    private static Filter text(Attribute attribute, String operator, JsonNode value) {
        String wanted = lower(value.asText());
        return switch (operator) {
            case "~" -> test(attribute, held -> lower(held).contains(wanted), true);
            case "!~" -> test(attribute, held -> lower(held).contains(wanted), false);
            case "^" -> test(attribute, held -> lower(held).startsWith(wanted), true);
            case "$" -> test(attribute, held -> lower(held).endsWith(wanted), true);
            default -> throw refused(attribute, operator);
        };
    }

    private static Filter number(Attribute attribute, String operator, JsonNode value) {
        if (!value.isNumber()) {
            throw BadQuery.parameter("The value of " + attribute.name() + " must be a number");
        }
        double wanted = value.doubleValue();
        return switch (operator) {
            case ">" -> test(attribute, held -> number(held) > wanted, true);
            case ">=" -> test(attribute, held -> number(held) >= wanted, true);
            case "<" -> test(attribute, held -> number(held) < wanted, true);
            case "<=" -> test(attribute, held -> number(held) <= wanted, true);
            default -> throw refused(attribute, operator);
        };
    }

    private static double number(Object held) {
        return ((Number) held).doubleValue();
    }

    private static Predicate<Object> equal(Attribute attribute, JsonNode value) {
        if (value.isNull()) {
            return held -> false;
        }
        String wanted = checked(attribute, value);
        return held -> same(attribute, held, wanted);
    }

    private static Predicate<Object> in(Attribute attribute, JsonNode values) {
        Set<String> wanted = StreamSupport.stream(values.spliterator(), false)
                .map(value -> checked(attribute, value))
                .collect(Collectors.toSet());
        return held -> wanted.stream().anyMatch(value -> same(attribute, held, value));
    }

    private static boolean same(Attribute attribute, Object held, String wanted) {
        String text = String.valueOf(held);
        return attribute.name().equals("email") ? text.equalsIgnoreCase(wanted) : text.equals(wanted);
    }

    private static String checked(Attribute attribute, JsonNode value) {
        boolean flag = attribute.kind() == Kind.FLAG;
        boolean fits =
                flag ? value.isBoolean() || Set.of("true", "false").contains(value.asText()) : value.isValueNode();
        if (!fits) {
            throw BadQuery.parameter("The value of " + attribute.name() + " has a wrong type");
        }
        return value.asText();
    }

    private static Filter test(Attribute attribute, Predicate<Object> holds, boolean wanted) {
        return new Filter.Test(contact -> holds(attribute, contact, holds) == wanted);
    }

    private static boolean holds(Attribute attribute, Contact contact, Predicate<Object> holds) {
        Object held = contact.value(attribute);
        return held != null && holds.test(held);
    }

    /** Searching for null asks for contacts without a value. */
    static Filter absent(Attribute attribute, boolean absent) {
        return new Filter.Test(contact -> (contact.value(attribute) == null) == absent);
    }

    private static String lower(Object text) {
        return String.valueOf(text).toLowerCase(Locale.ROOT);
    }

    private static BadQuery refused(Attribute attribute, String operator) {
        return BadQuery.parameter("The operator " + operator + " is not supported on " + attribute.name());
    }
}
