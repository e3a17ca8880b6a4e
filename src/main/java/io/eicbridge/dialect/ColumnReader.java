package io.eicbridge.dialect;

import io.eicbridge.dialect.expression.ExpressionFault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the lines of a {@code colsToPropsMap}, each a column and where its value comes from. */
final class ColumnReader {
    private static final String SEPARATOR = "~#~";
    private static final String CONSTANT = "#CONST#";
    private static final List<String> TYPES =
            Arrays.stream(ValueType.values()).map(ValueType::word).toList();
    private final EicColumns known;
    private final Findings findings;

    ColumnReader(EicColumns known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** The mapped columns by name, whatever its case; lines with faults are left out and reported. */
    Map<String, MappedColumn> read(Map<String, Located> lines) {
        Map<String, MappedColumn> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Located line : lines.values()) {
            Optional<MappedColumn> column = column(line.key(), line).flatMap(found -> mapped(found, line));
            column.map(mapped -> columns.putIfAbsent(line.key(), mapped))
                    .ifPresent(first ->
                            findings.add(line, "maps " + first.column().name() + " a second time. Keep one line"));
        }
        return columns;
    }

    /** A column of EIC that may be mapped. */
    Optional<EicColumn> column(String name, Located at) {
        Optional<EicColumn> found = known.find(name);
        if (found.isEmpty()) {
            findings.add(at, objection(name));
        }
        return found;
    }

    private String objection(String name) {
        return known.refusal(name)
                .map(reason -> "column \"" + name + "\" cannot be mapped: " + reason + ". Remove the line")
                .orElseGet(() -> "unknown column \"" + name + "\" of an " + known.noun()
                        + Spelling.hint(name, known.names()) + " Allowed: " + known.allowed());
    }

    private Optional<MappedColumn> mapped(EicColumn column, Located line) {
        String text = line.content() instanceof String found ? found : "";
        int end = text.lastIndexOf(SEPARATOR);
        if (end < 0) {
            findings.add(line, "must be \"<path>~#~<type>\" with a type of " + TYPES + ", found " + line.found());
            return Optional.empty();
        }
        String attribute = text.substring(0, end);
        Optional<ValueType> type = type(text.substring(end + SEPARATOR.length()), line);
        Optional<ValueSource> source = source(attribute, line);
        if (type.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        requireDate(column, attribute, type.get(), line);
        ColumnMapping shown =
                new ColumnMapping(column.name(), attribute, type.get().word(), false, "");
        return Optional.of(new MappedColumn(column, source.get(), type.get(), shown));
    }

    private Optional<ValueType> type(String word, Located line) {
        Optional<ValueType> type = Arrays.stream(ValueType.values())
                .filter(value -> value.word().equals(word))
                .findFirst();
        if (type.isEmpty()) {
            findings.add(
                    line,
                    "unknown type \"" + word + "\"" + Spelling.hint(word, TYPES) + " Allowed: "
                            + String.join(", ", TYPES));
        }
        return type;
    }

    private Optional<ValueSource> source(String attribute, Located line) {
        if (attribute.startsWith("STORE#")) {
            findings.add(
                    line,
                    "is EIC's marker for memberships inside a row; the bridge's routes read memberships. Remove the line");
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(attribute, line));
        } catch (ExpressionFault refused) {
            findings.add(
                    line,
                    "line " + refused.line() + ", column " + refused.column() + " after " + CONSTANT + ": "
                            + refused.reason());
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            findings.add(line, wrong.getMessage());
            return Optional.empty();
        }
    }

    private ValueSource parsed(String attribute, Located line) {
        return attribute.startsWith(CONSTANT)
                ? Computed.parse(attribute.substring(CONSTANT.length()), findings.file() + " " + line.pointer())
                : AttributePath.parse(attribute)::in;
    }

    /** A computed text may well be a date; what comes straight from the record is one only with a date type. */
    private void requireDate(EicColumn column, String attribute, ValueType type, Located line) {
        boolean isDate = type == ValueType.DATE || type == ValueType.EPOCHDATE;
        if (column.isDate() && !isDate && !attribute.startsWith(CONSTANT)) {
            findings.add(
                    line,
                    "column " + column.name() + " takes a date, found type \"" + type.word()
                            + "\". Use date or epochdate");
        }
    }
}
