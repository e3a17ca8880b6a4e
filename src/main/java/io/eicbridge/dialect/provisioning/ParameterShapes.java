package io.eicbridge.dialect.provisioning;

import io.eicbridge.dialect.Shape;

/** The objects of a provisioning parameter, as far as the bridge acts on them. */
final class ParameterShapes {
    static final Shape ACCOUNT = Shape.of("the file", "call", "accountIdPath", "responseColsToPropsMap", "dateFormat");

    static final Shape OTHER = Shape.of("the file", "call")
            .refusing("only parameters of accounts tell columns of accounts", "accountIdPath", "responseColsToPropsMap")
            .refusing("nothing in this parameter is read as a date", "dateFormat");

    static final Shape CALL = call();
    static final Shape TICKET_CALL = call("ticketidPath");
    static final Shape TICKET_STATUS_CALL = call("ticketStatusPath", "ticketStatusValue", "disContinueStatusValue");

    private ParameterShapes() {}

    private static Shape call(String... more) {
        String[] usual = {
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
            "callCondition",
            "callListPath",
            "showResponse"
        };
        String[] all = new String[usual.length + more.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        return Shape.of("a call", all)
                .refusing("the settings of the bridge say how it connects", "ssl")
                .refusing("Intercom knows no privileges of entitlements", "privilegeEntitlement")
                .refusing("url, httpMethod, httpHeaders and httpParams stand in the call itself", "http")
                .refusing("only imports walk through pages", "pagination", "listField", "keyField", "colsToPropsMap");
    }
}
