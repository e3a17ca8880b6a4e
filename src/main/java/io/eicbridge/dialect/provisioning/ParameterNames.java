package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The connection parameters of EIC: those that the bridge reads here, those it reads elsewhere, and those it refuses. */
final class ParameterNames {
    static final String CONNECTION = "ConnectionJSON";
    static final String CONFIG = "ConfigJSON";
    static final String CREATE_TICKET = "CreateTicketJSON";
    static final String TICKET_STATUS = "TicketStatusJSON";

    static final List<String> OF_ACCOUNTS = List.of(
            "CreateAccountJSON", "UpdateAccountJSON", "EnableAccountJSON", "DisableAccountJSON", "RemoveAccountJSON");

    /** Those whose calls are chosen by the type of the entitlement. */
    static final List<String> BY_TYPE = List.of(
            "AddAccessJSON",
            "RemoveAccessJSON",
            "CreateEntitlementJSON",
            "UpdateEntitlementJSON",
            "DeleteEntitlementJSON");

    static final List<String> OF_TICKETS = List.of(CREATE_TICKET, TICKET_STATUS);

    /** Read by the import. */
    static final String IMPORT = "ImportAccountEntJSON";

    static final Set<String> REFUSED = Set.of(
            "ImportUserJSON",
            "STATUS_THRESHOLD_CONFIG",
            "UpdateUserJSON",
            "ChangePassJSON",
            "ENDPOINTS_FILTER",
            "PasswdPolicyJSON",
            "AddFFIDAccessJSON",
            "RemoveFFIDAccessJSON",
            "MODIFYUSERDATAJSON",
            "SendOtpJSON",
            "ValidateOtpJSON",
            "PAM_CONFIG",
            "ApplicationDiscoveryJSON");

    private ParameterNames() {}

    static Set<String> readElsewhere() {
        return Set.of(IMPORT, CONNECTION, CONFIG);
    }

    /** All names that a file may have. */
    static List<String> all() {
        return Stream.of(OF_ACCOUNTS, BY_TYPE, OF_TICKETS, readElsewhere())
                .flatMap(Collection::stream)
                .toList();
    }

    static boolean hasCalls(String name) {
        return OF_ACCOUNTS.contains(name) || BY_TYPE.contains(name) || OF_TICKETS.contains(name);
    }

    static Shape root(String name) {
        return OF_ACCOUNTS.contains(name) ? ParameterShapes.ACCOUNT : ParameterShapes.OTHER;
    }

    static Shape call(String name) {
        return switch (name) {
            case CREATE_TICKET -> ParameterShapes.TICKET_CALL;
            case TICKET_STATUS -> ParameterShapes.TICKET_STATUS_CALL;
            default -> ParameterShapes.CALL;
        };
    }
}
