package io.eicbridge.packaging;

import static io.eicbridge.packaging.Keys.each;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a REST connection of EIC and the keys of each. */
final class KeyCatalogue {
    static final String CONNECTION = "ConnectionJSON";
    static final String IMPORT = "ImportAccountEntJSON";
    static final String IMPORT_USERS = "ImportUserJSON";
    static final String THRESHOLDS = "STATUS_THRESHOLD_CONFIG";
    static final String CREATE_TICKET = "CreateTicketJSON";
    static final String TICKET_STATUS = "TicketStatusJSON";
    static final String UPDATE_USER = "UpdateUserJSON";
    static final List<String> BY_TYPE = List.of("AddAccessJSON", "RemoveAccessJSON");
    static final List<String> ENTITLEMENTS =
            List.of("CreateEntitlementJSON", "UpdateEntitlementJSON", "DeleteEntitlementJSON");
    static final List<String> ACCOUNTS = List.of(
            "CreateAccountJSON",
            "UpdateAccountJSON",
            "EnableAccountJSON",
            "DisableAccountJSON",
            "RemoveAccountJSON",
            "ChangePassJSON");
    static final List<String> OTHERS = List.of(
            "ENDPOINTS_FILTER",
            "PasswdPolicyJSON",
            "ConfigJSON",
            "AddFFIDAccessJSON",
            "RemoveFFIDAccessJSON",
            "MODIFYUSERDATAJSON",
            "SendOtpJSON",
            "ValidateOtpJSON",
            "PAM_CONFIG",
            "ApplicationDiscoveryJSON",
            "AppType");
    private static final Map<String, Keys> KEYS = catalogue();

    private KeyCatalogue() {}

    /** The names of all parameters, in the order in which EIC exports them. */
    static List<String> names() {
        return List.copyOf(KEYS.keySet());
    }

    /** The keys of a parameter, free for those whose keys nobody tells. */
    static Keys keys(String parameter) {
        return KEYS.getOrDefault(parameter, Keys.FREE);
    }

    static boolean hasCalls(String parameter) {
        return ACCOUNTS.contains(parameter)
                || BY_TYPE.contains(parameter)
                || ENTITLEMENTS.contains(parameter)
                || parameter.equals(CREATE_TICKET)
                || parameter.equals(TICKET_STATUS);
    }

    private static Map<String, Keys> catalogue() {
        Map<String, Keys> keys = new TreeMap<>();
        OTHERS.forEach(name -> keys.put(name, Keys.FREE));
        keys.put(CONNECTION, ConnectionKeys.root());
        keys.put(IMPORT, ImportKeys.root());
        keys.put(IMPORT_USERS, ImportKeys.users());
        keys.put(THRESHOLDS, Keys.of().with("statusAndThresholdConfig", ImportKeys.thresholds()));
        ACCOUNTS.forEach(name -> keys.put(name, calls()));
        BY_TYPE.forEach(name -> keys.put(name, calls()));
        ENTITLEMENTS.forEach(name -> keys.put(name, calls()));
        keys.put(CREATE_TICKET, calls("ticketidPath"));
        keys.put(TICKET_STATUS, calls("ticketStatusPath", "ticketStatusValue", "disContinueStatusValue"));
        keys.put(UPDATE_USER, Keys.of("dateFormat").with("actions", each(calls())));
        return keys;
    }

    private static Keys calls(String... more) {
        Keys call = Keys.of(
                        "name",
                        "callOrder",
                        "connection",
                        "url",
                        "httpMethod",
                        "httpParams",
                        "httpHeaders",
                        "httpContentType",
                        "successResponses",
                        "unsuccessResponses",
                        "showResponse",
                        "callCondition",
                        "callListPath",
                        "ssl")
                .with("privilegeEntitlement", Keys.of("privEntType", "privAttrName"))
                .and(Keys.of(more));
        return Keys.of("accountIdPath", "dateFormat", "responseColsToPropsMap", "showLogs", "connection")
                .with("call", each(call));
    }
}
