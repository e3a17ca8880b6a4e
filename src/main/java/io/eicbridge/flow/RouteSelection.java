package io.eicbridge.flow;

import java.util.Set;

/** Which routes of the folder come to life. */
public enum RouteSelection {
    /** Every route. */
    ALL,
    /** Those that wait to be called: a single command opens no port and starts no schedule. */
    COMMAND;

    private static final Set<String> TRIGGERS =
            Set.of("platform-http", "rest", "rest-api", "quartz", "cron", "timer", "scheduler");

    /** Whether an entry of a route file stays out. */
    boolean leavesOut(YamlPart entry) {
        return this == COMMAND && (isRest(entry) || TRIGGERS.contains(scheme(entry)));
    }

    private static boolean isRest(YamlPart entry) {
        return entry.field("rest").isPresent()
                || entry.field("restConfiguration").isPresent();
    }

    private static String scheme(YamlPart entry) {
        String uri = entry.field("route")
                .flatMap(route -> route.field("from"))
                .map(from -> from.text("uri"))
                .orElse("");
        return uri.replaceFirst(":.*", "");
    }
}
