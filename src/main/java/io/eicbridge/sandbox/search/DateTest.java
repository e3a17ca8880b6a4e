package io.eicbridge.sandbox.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.workspace.Attribute;
import io.eicbridge.sandbox.workspace.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Conditions on points in time: whole days of the workspace up to API 2.16, seconds from 2.17 on. */
final class DateTest {
    private final ZoneId zone;
    private final boolean exact;

    DateTest(ZoneId zone, boolean exact) {
        this.zone = zone;
        this.exact = exact;
    }

    Filter of(Attribute attribute, String operator, JsonNode value) {
        long second = second(attribute, value);
        if (exact && attribute.kind() == Kind.TIME) {
            return bySecond(attribute, operator, second);
        }
        return byDay(attribute, operator, second);
    }

    private static long second(Attribute attribute, JsonNode value) {
        boolean whole = value.isIntegralNumber()
                || value.isTextual() && value.textValue().matches("-?\\d{1,12}");
        if (!whole) {
            throw BadQuery.parameter("The value of " + attribute.name() + " must be a Unix timestamp");
        }
        return value.isTextual() ? Long.parseLong(value.textValue()) : value.longValue();
    }

    private static Filter bySecond(Attribute attribute, String operator, long second) {
        return switch (operator) {
            case "=" -> new Filter.Range(attribute, second, second + 1);
            case ">" -> new Filter.Range(attribute, second + 1, Span.LAST);
            case ">=" -> new Filter.Range(attribute, second, Span.LAST);
            case "<" -> new Filter.Range(attribute, Span.FIRST, second);
            case "<=" -> new Filter.Range(attribute, Span.FIRST, second + 1);
            case "!=" -> not(new Filter.Range(attribute, second, second + 1));
            default -> throw refused(attribute, operator);
        };
    }

    private Filter byDay(Attribute attribute, String operator, long second) {
        ZoneId midnights = exact ? ZoneOffset.UTC : zone;
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(second), midnights);
        long start = day.atStartOfDay(midnights).toEpochSecond();
        long next = day.plusDays(1).atStartOfDay(midnights).toEpochSecond();
        return switch (operator) {
            case "=" -> new Filter.Range(attribute, start, next);
            case ">" -> new Filter.Range(attribute, next, Span.LAST);
            case "<" -> new Filter.Range(attribute, Span.FIRST, start);
            default -> throw refused(attribute, operator);
        };
    }

    private static Filter not(Filter filter) {
        return new Filter.Test(contact -> !filter.matches(contact));
    }

    private static BadQuery refused(Attribute attribute, String operator) {
        return BadQuery.parameter("The operator " + operator + " is not supported on the date " + attribute.name());
    }
}
