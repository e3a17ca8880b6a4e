package io.eicbridge.provisioning.teammates;

import io.eicbridge.journal.request.ProvisioningRequest;

/** Decides by which way a request about a teammate is carried out: what no API can do, a person is asked for. */
public final class TeammateWays {
    /** The way that is always there. */
    static final String QUEUE = "queue";

    private static final String CREATE = "scim-create";
    private static final String CHANGE = "scim-change";

    private static final String TEAM = "team";
    private final TeammateSettings settings;
    private final RoleGroups groups;

    TeammateWays(TeammateSettings settings) {
        this.settings = settings;
        this.groups = new RoleGroups(settings.roleGroups());
    }

    /** The last part of the id of the route that takes this way. */
    public String of(ProvisioningRequest request) {
        return switch (request.operation()) {
            case CREATE -> scim(CREATE, true);
            case UPDATE -> scim(CHANGE, true);
            case ENABLE -> scim(CREATE, settings.disableDeletes());
            case DISABLE -> scim(CHANGE, settings.disableDeletes());
            case REMOVE -> scim(CHANGE, true);
            case ADD_ACCESS, REMOVE_ACCESS -> access(request);
            default -> QUEUE;
        };
    }

    private String access(ProvisioningRequest request) {
        return switch (request.asked().entitlementType()) {
            case "Team" -> settings.preview() ? TEAM : QUEUE;
            case "Role" -> scim(CHANGE, groups.of(request).isPresent());
            default -> QUEUE;
        };
    }

    private String scim(String way, boolean meant) {
        return settings.scim() && meant ? way : QUEUE;
    }
}
