package io.eicbridge.connector.provisioning;

import java.util.regex.Pattern;

/** Reasons as callers get them, who know which request of which account they ask about. */
final class Reasons {
    private static final Pattern CONTEXT = Pattern.compile("(\\s*\\[(run|request)=[^\\]]*])+\\s*$");

    private Reasons() {}

    /** The text without what logs need at its end; null for null. */
    static String bare(String text) {
        return text == null ? null : CONTEXT.matcher(text).replaceFirst("");
    }
}
