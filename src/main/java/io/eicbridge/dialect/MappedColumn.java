package io.eicbridge.dialect;

import com.fasterxml.jackson.databind.JsonNode;

/** One column ready to be filled, from a line of {@code colsToPropsMap}. */
record MappedColumn(EicColumn column, ValueSource source, ValueType type, ColumnMapping shown) {
    /** EIC's text of this column before it is fitted, null where the record has no value for it. */
    String text(JsonNode record, EicDates dates) throws Unmappable {
        try {
            JsonNode value = source.in(record);
            if (value == null || value.isNull() || value.isMissingNode()) {
                return null;
            }
            String text = type.text(value, dates);
            return text.isEmpty() ? null : text;
        } catch (Unmappable wrong) {
            throw new Unmappable(column.name() + " from " + shown.attribute() + ": " + wrong.getMessage());
        }
    }

    MappedColumn shownAs(boolean isVolatile, String label) {
        return new MappedColumn(
                column,
                source,
                type,
                new ColumnMapping(column.name(), shown.attribute(), shown.type(), isVolatile, label));
    }
}
