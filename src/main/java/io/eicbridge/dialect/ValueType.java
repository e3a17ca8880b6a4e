package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How a value of a record becomes EIC's text: the last part of a mapping, after {@code ~#~}. */
enum ValueType {
    CHAR {
        @Override
        String text(JsonNode value, EicDates dates) {
            if (value.isFloatingPointNumber()) {
                return plain(value.decimalValue());
            }
            if (value.isContainerNode()) {
                return value.isEmpty() ? "" : value.toString();
            }
            return value.asText();
        }
    },
    DATE {
        @Override
        String text(JsonNode value, EicDates dates) throws Unmappable {
            if (value.isNumber()) {
                throw new Unmappable(
                        "date needs a text such as 2026-11-24T08:00:00Z, found a number: use epochdate for seconds");
            }
            String date = value.isTextual() ? dates.read(value.textValue().strip()) : null;
            if (date == null) {
                throw new Unmappable(
                        "date needs an ISO date or one in globalSettings.dateFormat, found " + kind(value));
            }
            return date;
        }
    },
    BOOL {
        @Override
        String text(JsonNode value, EicDates dates) throws Unmappable {
            String found = value.isContainerNode() ? "" : value.asText().strip().toLowerCase(Locale.ROOT);
            return switch (found) {
                case "true", "1" -> "true";
                case "false", "0" -> "false";
                default -> throw new Unmappable("bool needs true or false, found " + kind(value));
            };
        }
    },
    EPOCHDATE {
        @Override
        String text(JsonNode value, EicDates dates) throws Unmappable {
            long seconds = value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : seconds(value);
            if (!EicDates.isEpoch(seconds)) {
                throw new Unmappable(
                        "epochdate needs seconds since 1970, found a number beyond the year 9999, perhaps milliseconds");
            }
            return EicDates.text(seconds);
        }
    };

    private static final int MOST_DIGITS = 100;

    /** EIC's text of a value that is there; an empty one is left out of the row. */
    abstract String text(JsonNode value, EicDates dates) throws Unmappable;

    /** How the file spells the type. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static long seconds(JsonNode value) throws Unmappable {
        try {
            if (value.isValueNode()) {
                BigDecimal number = new BigDecimal(value.asText().strip());
                return written(number).setScale(0, RoundingMode.FLOOR).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException noNumber) {
            // told below, together with lists and objects
        }
        throw new Unmappable("epochdate needs seconds since 1970, found " + kind(value));
    }

    /** Refuses 1e999999999, of which the digits alone would fill the memory. */
    private static BigDecimal written(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new ArithmeticException();
        }
        return number;
    }

    /** One text for one number, 149 for 149.0; exponents are written out, but not those that would fill pages with zeros. */
    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > MOST_DIGITS ? shortest.toString() : shortest.toPlainString();
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "another number";
            default -> "another text";
        };
    }
}
