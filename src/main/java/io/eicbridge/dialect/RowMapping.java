package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns records of one kind into EIC's rows; made once, safe for any number of threads. */
public final class RowMapping {
    private final String key;
    private final EicDates dates;
    private final List<MappedColumn> columns;

    RowMapping(String key, EicDates dates, List<MappedColumn> columns) {
        this.key = key;
        this.dates = dates;
        this.columns = columns;
    }

    /**
     * The row of one record.
     *
     * @throws Unmappable where the identity is missing or too long, a value is not of its type, or an expression fails
     */
    public Row map(JsonNode record) throws Unmappable {
        SortedMap<String, String> steady = new TreeMap<>();
        SortedMap<String, String> fleeting = new TreeMap<>();
        int cut = 0;
        for (MappedColumn mapped : columns) {
            String text = mapped.text(record, dates);
            if (text != null) {
                String fitted = Fitting.fit(text, mapped.column().width());
                cut += fitted.equals(text) ? 0 : 1;
                (mapped.shown().isVolatile() ? fleeting : steady)
                        .put(mapped.column().name(), fitted);
                requireWholeKey(mapped, text, fitted);
            }
        }
        if (!steady.containsKey(key)) {
            throw new Unmappable(
                    key + ": the record has no value for it, and without an identity it cannot be told from others");
        }
        return new Row(Collections.unmodifiableSortedMap(steady), Collections.unmodifiableSortedMap(fleeting), cut);
    }

    /** The columns in the order in which rows list them. */
    public List<ColumnMapping> columns() {
        return columns.stream().map(MappedColumn::shown).toList();
    }

    /** What the rows depend on: sources and types of the columns, and the format of dates; not labels. */
    String recipe() {
        return dates.format()
                + columns().stream()
                        .map(column -> "\n" + column.column() + "=" + column.attribute() + "~#~" + column.type() + " "
                                + column.isVolatile())
                        .sorted()
                        .collect(Collectors.joining());
    }

    private void requireWholeKey(MappedColumn mapped, String text, String fitted) throws Unmappable {
        if (mapped.column().name().equals(key) && !fitted.equals(text)) {
            throw new Unmappable(
                    key + " from " + mapped.shown().attribute() + ": " + text.length() + " characters, more than the "
                            + mapped.column().width() + " of an identity, or with a NUL among them");
        }
    }
}
