package io.eicbridge.packaging;

import static io.eicbridge.packaging.Keys.each;

/** The keys of ImportAccountEntJSON and of its smaller relatives. */
final class ImportKeys {
    private ImportKeys() {}

    static Keys root() {
        return Keys.of("eicBridge", "showLogs")
                .with("globalSettings", Keys.of("dateFormat", "showLogs"))
                .with("accountParams", accounts())
                .with("entitlementParams", entitlements())
                .with("acctEntParams", memberships())
                .with("entOwnerParams", loose())
                .with("entMappingParams", loose());
    }

    static Keys users() {
        Keys call = call().and(flatCall());
        return Keys.of("type", "adminName", "showLogs").and(call).with("call", each(call));
    }

    private static Keys flatCall() {
        return Keys.of("url", "httpMethod", "httpHeaders", "httpParams", "httpContentType", "userResponsePath", "name");
    }

    static Keys thresholds() {
        return Keys.of(
                        "statusColumn",
                        "activeStatus",
                        "inactiveStatus",
                        "lockedStatusColumn",
                        "accountThresholdValue",
                        "inactivateAccountsNotInFile",
                        "accountsNotInImportAction",
                        "deleteLinks",
                        "deleteAccEntForActiveAccounts",
                        "correlateInactiveAccounts",
                        "inactivateEntsNotInFeed")
                .with("lockedStatusMapping", Keys.of("Locked", "Unlocked"))
                .with("entThresholdValue", Keys.of().with("entType", each(Keys.of("ent"))));
    }

    private static Keys section() {
        return Keys.of(
                        "connection",
                        "processingType",
                        "doNotChangeIfFailed",
                        "successResponses",
                        "unsuccessResponses",
                        "disableDeletedAccounts",
                        "disableDeletedEntitlements",
                        "showJobHistory",
                        "multiTrigger",
                        "dummyCall")
                .with("statusAndThresholdConfig", thresholds());
    }

    private static Keys accounts() {
        return section()
                .and(Keys.of("createUsers", "adminName", "includeExistingInActiveAccounts"))
                .with("acctEntMappings", each(mapping()))
                .with("call", each(call()));
    }

    private static Keys mapping() {
        return Keys.of(
                "listPath",
                "listField",
                "idPath",
                "idColumn",
                "keyField",
                "importAsEntitlement",
                "importAsAccount",
                "mappingTypes",
                "colsToPropsMap",
                "statusConfig");
    }

    private static Keys entitlements() {
        Keys type = section()
                .and(Keys.of("entTypeOrder", "entTypeLabels"))
                .with("entitlementOwnerConfig", Keys.of("maxNumberOfOwner", "typeOfImportOwner"))
                .with("call", each(call()))
                .with("entMappings", each(mapping()))
                .with("acctEntMappings", mapping());
        return section().and(Keys.of("supportedEntitlementTypes")).with("entTypes", each(type));
    }

    private static Keys memberships() {
        Keys call = call().and(ids());
        Keys type = section().with("call", each(call));
        return section()
                .and(Keys.of("initPrivigesMap", "privilegeParams"))
                .with("entTypes", each(type))
                .with("call", each(call));
    }

    private static Keys ids() {
        return Keys.of("acctIdPath", "acctKeyField", "entIdPath", "entKeyField", "initPrivigesMap", "privilegeParams");
    }

    /** Sections that few packages have: their calls are known, their own keys are not all told. */
    private static Keys loose() {
        return Keys.FREE;
    }

    private static Keys call() {
        return section()
                .and(Keys.of("callOrder", "stageNumber", "listField", "keyField", "makeProcessingStatus"))
                .and(Keys.of("colsToPropsMap", "name", "showResponse", "callCondition", "statusConfig"))
                .with("inputParams", Keys.of("dependentCall", "nextApiKeyField", "entitlementname", "statusFilter"))
                .with("http", http())
                .with("pagination", pagination());
    }

    private static Keys http() {
        return Keys.of("url", "httpMethod", "httpHeaders", "httpParams", "httpContentType", "ssl", "connection");
    }

    private static Keys pagination() {
        return Keys.of()
                .with("nextUrl", Keys.of("nextUrlPath"))
                .with(
                        "page",
                        Keys.of(
                                "pageNumberParam",
                                "pageSizeParam",
                                "pageSize",
                                "pageRecordCount",
                                "totalCountPath",
                                "firstPageNumber"))
                .with("offset", Keys.of("offsetParam", "batchParam", "batchSize", "totalCountPath"));
    }
}
