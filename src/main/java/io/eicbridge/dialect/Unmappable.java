package io.eicbridge.dialect;

/** A record that gives no row; the message names the column, the attribute and the kind of value found, never the value. */
public final class Unmappable extends Exception {
    private static final long serialVersionUID = 1L;

    Unmappable(String reason) {
        super(reason, null, false, false);
    }
}
