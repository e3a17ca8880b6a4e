package io.eicbridge.journal;

/**
 * Something to be read again.
 *
 * @param endpoint whose it is
 * @param object what kind of object: {@code account}, {@code import}, or an entitlement type
 * @param id Intercom's id of it, empty for {@code import}
 */
public record Hint(String endpoint, String object, String id) {
    /** An account to be read. */
    public static final String ACCOUNT = "account";
    /** The endpoint is short enough to be imported whole. */
    public static final String IMPORT = "import";
}
