package io.eicbridge.provisioning.parameter;

import io.eicbridge.journal.request.Operation;

/** The connection parameter of each operation, by the name that EIC gives it. */
final class ParameterNames {
    private ParameterNames() {}

    static String of(Operation operation) {
        return switch (operation) {
            case CREATE -> "CreateAccountJSON";
            case UPDATE -> "UpdateAccountJSON";
            case ENABLE -> "EnableAccountJSON";
            case DISABLE -> "DisableAccountJSON";
            case REMOVE -> "RemoveAccountJSON";
            case ADD_ACCESS -> "AddAccessJSON";
            case REMOVE_ACCESS -> "RemoveAccessJSON";
            case CREATE_ENTITLEMENT -> "CreateEntitlementJSON";
            case UPDATE_ENTITLEMENT -> "UpdateEntitlementJSON";
            case DELETE_ENTITLEMENT -> "DeleteEntitlementJSON";
        };
    }
}
