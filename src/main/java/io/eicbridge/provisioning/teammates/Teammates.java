package io.eicbridge.provisioning.teammates;

import io.eicbridge.provisioning.queue.Proof;
import io.eicbridge.provisioning.queue.Sheets;
import java.util.Map;

/** Everything that changes teammates, put together for routes. */
public final class Teammates {
    private Teammates() {}

    /** What routes call, by name. */
    public static Map<String, Object> beans(TeammateSettings settings, Sheets sheets) {
        return Map.of(
                "teammateWays", new TeammateWays(settings),
                "teamMembers", new TeamMembers(sheets),
                "scimSearch", new ScimSearch(new RoleGroups(settings.roleGroups())),
                "scimUsers", new ScimUsers(sheets));
    }

    /** How Intercom shows that a request is fulfilled. */
    public static Proof proof() {
        return new TeammateProof();
    }
}
