package io.eicbridge.packaging;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that EIC binds in expressions, and the columns behind some of them. */
final class EicBindings {
    static final Set<String> NAMES = Set.of(
            "access_token",
            "refresh_token",
            "apiKey",
            "timestamp",
            "cookies",
            "jwt_token",
            "assertion",
            "id",
            "accountName",
            "accountID",
            "entitlementID",
            "entitlementValue",
            "entitlementValues",
            "dependentEntitlements",
            "user",
            "users",
            "userManager",
            "manager",
            "managerAccount",
            "account",
            "userAccount",
            "accounts",
            "endpoint",
            "endpoints",
            "securitysystem",
            "connection",
            "task",
            "arsTasks",
            "tasks",
            "requestid",
            "requestId",
            "requestAccessAttributes",
            "reqAttrs",
            "requestAccess",
            "approvers",
            "businessJustification",
            "password",
            "oldPassword",
            "randomPassword",
            "response",
            "childresponse",
            "headers",
            "ServiceAccountOwnerMap",
            "ticketID",
            "ticketStatusValue",
            "completeResponseMap",
            "objectList",
            "out",
            "binding");

    /** What the bridge binds in its own parameters. */
    static final Set<String> OF_THE_BRIDGE = Set.of("queueItem", "disabling", "scim", "team");

    /** Columns that are often written in the wrong case; names have capitals that count. */
    static final Map<String, List<String>> COLUMNS = Map.of(
            "account",
            List.of("accountID", "name", "displayName", "accounttype", "accountclass", "status"),
            "entitlementValue",
            List.of("entitlementID", "entitlement_value", "entitlement_valuekey", "displayname"),
            "task",
            List.of("accountName", "source"));

    private EicBindings() {}
}
