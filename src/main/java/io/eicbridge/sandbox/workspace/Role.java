package io.eicbridge.sandbox.workspace;

import java.util.Arrays;
import java.util.Locale;

/** What a teammate may do; only visible on the teammates who have it. */
public enum Role {
    OWNER("Owner"),
    SUPPORT_AGENT("Support Agent"),
    SUPPORT_LEAD("Support Lead"),
    SALES("Sales"),
    ANALYST("Analyst (read only)");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The name shown. */
    public String title() {
        return title;
    }

    /** Intercom's id. */
    public String id() {
        return String.valueOf(2_101 + ordinal());
    }

    /** The number of the role of that name, -1 for an empty name. */
    static int numberOf(String title) {
        if (title == null || title.isEmpty()) {
            return -1;
        }
        return Arrays.stream(values())
                .filter(role -> role.title.toLowerCase(Locale.ROOT).equals(title.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no role \"" + title + "\""))
                .ordinal();
    }
}
