package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of an account that a {@code responseColsToPropsMap} fills from the answers of calls. */
public final class ResponseColumns {
    private final List<MappedColumn> columns;
    private final EicDates dates;

    private ResponseColumns(List<MappedColumn> columns, EicDates dates) {
        this.columns = columns;
        this.dates = dates;
    }

    /**
     * Reads the lines of the map; faults are reported and their lines left out.
     *
     * @param dateFormat how the answers write dates, in Java's letters, null where they write ISO
     */
    public static ResponseColumns read(Map<String, Located> lines, Located dateFormat, Findings findings) {
        Map<String, MappedColumn> columns = new ColumnReader(EicColumns.ACCOUNT, findings).read(lines);
        return new ResponseColumns(List.copyOf(columns.values()), dates(dateFormat, findings));
    }

    /**
     * Column and text for every column of which the answers have a value.
     *
     * @param responses an object of all answers, each under the name of its call
     * @throws Unmappable for a value that is not of the type its line says
     */
    public Map<String, String> values(JsonNode responses) throws Unmappable {
        Map<String, String> values = new LinkedHashMap<>();
        for (MappedColumn column : columns) {
            String text = column.text(responses, dates);
            if (text != null) {
                values.put(
                        column.column().name(),
                        Fitting.fit(text, column.column().width()));
            }
        }
        return values;
    }

    private static EicDates dates(Located format, Findings findings) {
        try {
            return new EicDates(format == null ? null : String.valueOf(format.content()));
        } catch (IllegalArgumentException wrong) {
            findings.add(
                    format,
                    "is no date format of Java: " + wrong.getMessage() + ". Use for instance yyyy-MM-dd'T'HH:mm:ssXXX");
            return new EicDates(null);
        }
    }
}
