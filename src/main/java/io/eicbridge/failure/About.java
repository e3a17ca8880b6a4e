package io.eicbridge.failure;

import java.util.regex.Pattern;

/** What a message is about: an import run, its endpoint and an account, each empty where there is none. */
public record About(String run, String endpoint, String account) {
    private static final Pattern END = Pattern.compile("\\s*\\[run=[^\\]]*]\\s*$");
    private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");

    /** The message without what it says of this at its end. */
    public static String bare(String message) {
        return END.matcher(message).replaceFirst("");
    }

    /** The message with this at its end, once: what a failure said of itself there stays, as it is more exact. */
    public String endOf(String message) {
        return END.matcher(message).find() ? message : message + " " + this;
    }

    /** The end of a message; an account that is an e-mail address is not shown. */
    @Override
    public String toString() {
        return "[run=" + run + " endpoint=" + endpoint + " account="
                + ADDRESS.matcher(account).replaceAll("***") + "]";
    }
}
