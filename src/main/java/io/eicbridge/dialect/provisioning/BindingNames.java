package io.eicbridge.dialect.provisioning;

import java.util.List;

/** The names that EIC binds for provisioning and tickets, and the few that the bridge adds. */
final class BindingNames {
    static final List<String> ALL = List.of(
            "user",
            "userManager",
            "managerAccount",
            "account",
            "userAccount",
            "accountName",
            "endpoint",
            "endpoints",
            "connection",
            "task",
            "arsTasks",
            "requestid",
            "requestAccessAttributes",
            "reqAttrs",
            "approvers",
            "businessJustification",
            "password",
            "entitlementValue",
            "dependentEntitlements",
            "ServiceAccountOwnerMap",
            "response",
            "childresponse",
            "ticketID",
            "ticketStatusValue",
            "queueItem",
            "disabling",
            "scim",
            "team");

    private BindingNames() {}
}
