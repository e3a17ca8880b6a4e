package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows a mapping to people: as a table for a terminal or a page, and as what becomes of one record. */
public final class MappingTable {
    private static final List<String> HEADINGS = List.of("EIC column", "Attribute", "Type", "Volatile", "Label");
    private static final int LABEL = 4;
    private final RowMapping mapping;

    /** The table of one mapping. */
    public MappingTable(RowMapping mapping) {
        this.mapping = mapping;
    }

    /** One line per column, in columns of equal width, custom properties by number. */
    public String text() {
        List<List<String>> lines = lines();
        List<Integer> widths = IntStream.range(0, HEADINGS.size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    /** The same as a Markdown table, without the label where no column has one. */
    public String markdown() {
        List<List<String>> lines = lines().subList(1, mapping.columns().size() + 1);
        int shown = lines.stream().allMatch(line -> line.get(LABEL).isEmpty()) ? LABEL : LABEL + 1;
        String rows = lines.stream().map(line -> row(code(line), shown)).collect(Collectors.joining("\n", "\n", "\n"));
        return row(HEADINGS, shown) + "\n|" + "---|".repeat(shown) + rows;
    }

    /**
     * What one record becomes: every mapped column with its text, empty where the record has no value for it.
     *
     * @throws Unmappable as {@link RowMapping#map}
     */
    public Map<String, String> preview(JsonNode record) throws Unmappable {
        Row row = mapping.map(record);
        Map<String, String> values = new TreeMap<>(MappingTable::byNumber);
        mapping.columns().forEach(column -> values.put(column.column(), ""));
        values.putAll(row.columns());
        values.putAll(row.volatileColumns());
        return values;
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS);
        mapping.columns().stream()
                .sorted((one, other) -> byNumber(one.column(), other.column()))
                .map(MappingTable::line)
                .forEach(lines::add);
        return lines;
    }

    private static List<String> line(ColumnMapping column) {
        return List.of(
                column.column(),
                column.attribute(),
                column.type(),
                column.isVolatile() ? "volatile" : "",
                column.label());
    }

    /** CUSTOMPROPERTY2 before CUSTOMPROPERTY10. */
    private static int byNumber(String one, String other) {
        return sortable(one).compareTo(sortable(other));
    }

    private static String sortable(String column) {
        String digits = column.replaceAll("\\D", "");
        return column.replaceAll("\\d", "") + (digits.isEmpty() ? "" : String.format("%03d", Integer.valueOf(digits)));
    }

    private static String padded(List<String> line, List<Integer> widths) {
        return IntStream.range(0, line.size())
                .mapToObj(i ->
                        line.get(i) + " ".repeat(widths.get(i) - line.get(i).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String row(List<String> cells, int shown) {
        return String.join(" | ", cells.subList(0, shown)).transform(row -> "| " + row + " |");
    }

    /** The line with column, attribute and type as code. */
    private static List<String> code(List<String> line) {
        return IntStream.range(0, line.size())
                .mapToObj(i -> i < 3 ? "`" + line.get(i).replace("|", "\\|") + "`" : line.get(i))
                .toList();
    }
}
