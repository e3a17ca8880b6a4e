package io.eicbridge.provisioning.teammates;

import java.util.Map;

/**
 * Which ways there are to change teammates.
 *
 * @param scim whether the workspace's SCIM server is set up
 * @param preview whether teams are written by Intercom's Preview API
 * @param disableDeletes whether disabling deletes by SCIM, because Intercom knows no disabled teammates
 * @param roleGroups the SCIM group that gives a role, by the role's name
 */
public record TeammateSettings(boolean scim, boolean preview, boolean disableDeletes, Map<String, String> roleGroups) {

    /** Copies the groups. */
    public TeammateSettings {
        roleGroups = Map.copyOf(roleGroups);
    }
}
