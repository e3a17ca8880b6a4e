package io.eicbridge.provisioning.teammates;

import io.eicbridge.journal.request.Intents;
import io.eicbridge.provisioning.queue.KnownSubjects;
import io.eicbridge.provisioning.queue.Proof;
import io.eicbridge.provisioning.queue.Sheets;
import io.eicbridge.store.Store;
import java.time.Clock;
import java.util.Map;

/** Everything that changes teammates, put together for routes. */
public final class Teammates {
    private Teammates() {}

    /** What routes call, by name. */
    public static Map<String, Object> beans(
            TeammateSettings settings, Sheets sheets, KnownSubjects subjects, Store store, Clock clock) {
        ScimSteps steps = new ScimSteps(store, new Intents(clock));
        return Map.of(
                "teammateWays", new TeammateWays(settings),
                "teamMembers", new TeamMembers(sheets, subjects),
                "scimSearch", new ScimSearch(new RoleGroups(settings.roleGroups()), steps),
                "scimUsers", new ScimUsers(sheets, subjects, steps));
    }

    /** How Intercom shows that a request is fulfilled. */
    public static Proof proof() {
        return new TeammateProof();
    }
}
