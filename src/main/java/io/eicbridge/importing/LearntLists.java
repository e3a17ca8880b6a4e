package io.eicbridge.importing;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a run learnt before its first page, and records do not tell. */
final class LearntLists {
    private final Map<String, Boolean> subscriptionOptIn = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastLogins = new ConcurrentHashMap<>();

    /** Whether each subscription type is an opt-in one, by its id; empty unless their memberships are imported. */
    Map<String, Boolean> subscriptionOptIn() {
        return subscriptionOptIn;
    }

    /** When teammates last logged in, by their ids. */
    Map<String, Instant> lastLogins() {
        return lastLogins;
    }
}
