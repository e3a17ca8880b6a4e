package io.eicbridge.dialect;

import java.util.List;
import java.util.Map;

/** Reads how EIC tells an active account, and verifies that the rest of the section says what the bridge does. */
final class StatusReader {
    private static final String COLUMN = "CUSTOMPROPERTY11";
    private static final String DECIDED = "the bridge does so with what is missing from a complete run";
    private final Section status;
    private final Findings findings;

    StatusReader(Section status, Findings findings) {
        this.status = status;
        this.findings = findings;
    }

    StatusRule read(Section accounts) {
        status.verify("inactivateAccountsNotInFile", "true", DECIDED);
        status.verify("inactivateEntsNotInFeed", "true", DECIDED);
        status.verify(
                "deleteAccEntForActiveAccounts", "true", "the bridge ends memberships that a complete list lacks");
        status.verify("accountsNotInImportAction", "Suspend", DECIDED);
        status.required("statusColumn", "Add \"statusColumn\": \"customproperty11\"");
        status.verify("statusColumn", "customproperty11", "the connector contract has the status there");
        StatusRule rule = new StatusRule(COLUMN, first("activeStatus", "Enabled"), first("inactiveStatus", "Disabled"));
        if (rule.active().equals(rule.inactive())) {
            status.report(
                    "has the same first text in activeStatus and inactiveStatus, so that EIC cannot tell them apart. Change one");
        }
        accounts.entries("call").values().forEach(call -> verifyCall(call.members(), rule));
        return rule;
    }

    /** The first text of a list is the one the bridge writes. */
    private String first(String key, String usual) {
        status.required(key, "Add \"" + key + "\": [\"" + usual + "\"]");
        List<String> texts = status.texts(key);
        if (texts.isEmpty()) {
            status.member(key)
                    .ifPresent(list -> findings.add(list, "needs one text at least, for instance \"" + usual + "\""));
            return usual;
        }
        return texts.get(0);
    }

    private void verifyCall(Map<String, Located> call, StatusRule rule) {
        Located config = call.get("statusConfig");
        if (config != null) {
            Section texts = Section.of(config, Shapes.STATUS_TEXTS, findings);
            texts.verify("active", rule.active(), "it is the first of activeStatus");
            texts.verify("inactive", rule.inactive(), "it is the first of inactiveStatus");
        }
    }
}
