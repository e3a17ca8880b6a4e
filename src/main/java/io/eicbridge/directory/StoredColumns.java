package io.eicbridge.directory;

/**
 * Names of attributes as they are stored: of an account's attributes half the text would be {@code CUSTOMPROPERTY}, written at every
 * import and read at every pull, so that only its number is kept.
 */
public final class StoredColumns {
    private static final String CUSTOM = "CUSTOMPROPERTY";

    private StoredColumns() {}

    /** The stored name of an EIC attribute. */
    public static String stored(String column) {
        return column.startsWith(CUSTOM) ? column.substring(CUSTOM.length()) : column;
    }

    /** The EIC attribute of a stored name; rows of earlier versions have whole names, which stay as they are. */
    static String column(String stored) {
        return Character.isDigit(stored.charAt(0)) ? CUSTOM + stored : stored;
    }
}
