package io.eicbridge.sandbox.workspace;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the plan of the workspace allows beyond the usual. */
public final class Features {
    /** Writing the members of teams, which Intercom switches on for few. */
    public static final String TEAM_WRITES = "team_writes";

    /** Deleting tickets. */
    public static final String TICKET_DELETION = "ticket_deletion";

    /** Teammates join as soon as they are invited. */
    public static final String INSTANT_JOIN = "instant_join";

    private static final Set<String> KNOWN = Set.of(TEAM_WRITES, TICKET_DELETION, INSTANT_JOIN);
    private final Set<String> on = ConcurrentHashMap.newKeySet();

    Features() {
        reset();
    }

    /** Everything that the API documents for all, and no more. */
    final void reset() {
        on.clear();
        on.add(TICKET_DELETION);
    }

    /** Switches a feature on or off; an unknown one is an {@link IllegalArgumentException}. */
    public void set(String feature, boolean allowed) {
        if (!KNOWN.contains(feature)) {
            throw new IllegalArgumentException("There is no feature \"" + feature + "\"; there are " + KNOWN);
        }
        if (allowed) {
            on.add(feature);
        } else {
            on.remove(feature);
        }
    }

    /** True where it is switched on. */
    public boolean has(String feature) {
        return on.contains(feature);
    }
}
