package io.eicbridge.sandbox.workspace;

/** The type of an attribute, which decides how it is written and which search operators it takes. */
public enum Kind {
    TEXT("string"),
    FLAG("boolean"),
    NUMBER("integer"),
    DECIMAL("float"),
    /** One of Intercom's own points in time. */
    TIME("date"),
    /** A custom attribute that holds a date. */
    DAY("date");

    private final String dataType;

    Kind(String dataType) {
        this.dataType = dataType;
    }

    /** The name in {@code GET /data_attributes}, up to API 2.16. */
    public String dataType() {
        return dataType;
    }
}
