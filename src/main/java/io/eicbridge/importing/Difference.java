package io.eicbridge.importing;

/**
 * One difference between the directory and Intercom.
 *
 * @param kind {@code missing} (Intercom has it, EIC is not given it as active), {@code extra}, {@code attribute} or {@code membership}
 * @param subject Intercom's id of the account, or type and id of the entitlement
 * @param what the attribute, or the entitlement held
 */
record Difference(String kind, String subject, String what, String directory, String intercom) {
    static final String MISSING = "missing";
    static final String EXTRA = "extra";
    static final String ATTRIBUTE = "attribute";
    static final String MEMBERSHIP = "membership";

    /** Without the values, so that they do not reach a log. */
    @Override
    public String toString() {
        return kind + " " + what;
    }
}
