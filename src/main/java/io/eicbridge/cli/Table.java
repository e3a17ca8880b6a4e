package io.eicbridge.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in aligned columns; control characters are replaced, so that no value steers the terminal. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... titles) {
        rows.add(titles);
    }

    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(cell -> plain(String.valueOf(cell))).toArray(String[]::new));
        return this;
    }

    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** The table without a line break at its end. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).length).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }

    private static String line(String[] row, int[] widths) {
        return IntStream.range(0, row.length)
                .mapToObj(column -> row[column] + " ".repeat(widths[column] - row[column].length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
