package io.eicbridge.dialect;

/** The objects of an ImportAccountEntJSON file, as far as the bridge acts on them. */
final class Shapes {
    private static final String ROUTES_READ = "the bridge's routes make the calls and walk through all pages";
    private static final String MEMBERSHIPS =
            "the bridge's routes read memberships and need no description of them here";
    private static final String OWN_SIDE = "it concerns EIC's own side of the import";

    static final Shape ROOT = Shape.of("the file", "globalSettings", "accountParams", "entitlementParams", "eicBridge")
            .refusing(MEMBERSHIPS, "acctEntParams", "entMappingParams")
            .refusing("Intercom has no owners of entitlements", "entOwnerParams");

    static final Shape GLOBAL = Shape.of("globalSettings", "dateFormat");

    static final Shape ACCOUNTS = Shape.of(
                    "accountParams",
                    "connection",
                    "processingType",
                    "doNotChangeIfFailed",
                    "statusAndThresholdConfig",
                    "call")
            .refusing(OWN_SIDE, "createUsers", "adminName", "includeExistingInActiveAccounts")
            .refusing(ROUTES_READ, "successResponses", "unsuccessResponses")
            .refusing(MEMBERSHIPS, "acctEntMappings");

    static final Shape STATUS = Shape.of(
                    "statusAndThresholdConfig",
                    "statusColumn",
                    "activeStatus",
                    "inactiveStatus",
                    "accountThresholdValue",
                    "entThresholdValue",
                    "inactivateAccountsNotInFile",
                    "accountsNotInImportAction",
                    "inactivateEntsNotInFeed",
                    "deleteAccEntForActiveAccounts")
            .refusing("Intercom locks nobody", "lockedStatusColumn", "lockedStatusMapping")
            .refusing(OWN_SIDE, "correlateInactiveAccounts", "deleteLinks");

    static final Shape ENTITLEMENT_LIMITS = Shape.of("entThresholdValue", "entType");

    static final Shape ENTITLEMENT_LIMIT = Shape.of("an entitlement type of entThresholdValue", "ent");

    static final Shape ENTITLEMENTS = Shape.of(
                    "entitlementParams",
                    "connection",
                    "processingType",
                    "doNotChangeIfFailed",
                    "supportedEntitlementTypes",
                    "entTypes")
            .refusing(ROUTES_READ, "successResponses", "unsuccessResponses");

    static final Shape ENTITLEMENT_TYPE = Shape.of("an entitlement type", "entTypeOrder", "entTypeLabels", "call")
            .refusing("Intercom has no owners of entitlements", "entitlementOwnerConfig")
            .refusing(MEMBERSHIPS, "entMappings", "acctEntMappings");

    static final Shape ACCOUNT_CALL =
            call("callOrder", "stageNumber", "listField", "keyField", "colsToPropsMap", "statusConfig");

    static final Shape ENTITLEMENT_CALL = call("callOrder", "stageNumber", "listField", "keyField", "colsToPropsMap")
            .refusing("an entitlement is active while Intercom lists it", "statusConfig");

    static final Shape STATUS_TEXTS = Shape.of("statusConfig", "active", "inactive");

    static final Shape BRIDGE = Shape.of("eicBridge", "accounts", "entitlements", "memberships");

    static final Shape BRIDGE_ACCOUNTS = Shape.of("eicBridge.accounts", "volatileColumns", "removals", "creations");

    static final Shape BRIDGE_ENTITLEMENTS =
            Shape.of("an entitlement type of eicBridge.entitlements", "volatileColumns", "removals", "creations");

    static final Shape BRIDGE_MEMBERSHIPS =
            Shape.of("an entitlement type of eicBridge.memberships", "removals", "creations");

    static final Shape LIMIT = Shape.of("a limit", "value", "percent");

    /** A limit whose absolute number EIC's own key holds. */
    static final Shape SHARE = Shape.of("a limit", "percent")
            .refusing(
                    "statusAndThresholdConfig holds this number, in accountThresholdValue or entThresholdValue",
                    "value");

    private Shapes() {}

    private static Shape call(String... allowed) {
        return Shape.of("a call", allowed)
                .refusing(ROUTES_READ, "connection", "http", "pagination", "successResponses", "unsuccessResponses")
                .refusing(ROUTES_READ, "inputParams", "nextApiKeyField", "dummyCall", "multiTrigger")
                .refusing("a run becomes visible only once it is complete", "makeProcessingStatus", "showJobHistory")
                .refusing(
                        "absence is decided by statusAndThresholdConfig, and only after a complete run",
                        "disableDeletedAccounts",
                        "disableDeletedEntitlements");
    }
}
