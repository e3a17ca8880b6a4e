package io.eicbridge.packaging;

import io.eicbridge.dialect.Located;

/**
 * One call of an import.
 *
 * @param section the part of ImportAccountEntJSON, for instance {@code accountParams}
 * @param type the entitlement type, empty for accounts
 * @param owner what the call belongs to: the section, or the entitlement type in it
 */
record ImportCall(String section, String type, Located owner, Located call) {
    boolean isOfAccounts() {
        return section.equals("accountParams");
    }

    boolean isOfMemberships() {
        return section.equals("acctEntParams");
    }

    /** Whether EIC makes it; the bridge's own mapping files leave the calls to routes. */
    boolean isMade() {
        return Look.at(call, "http", "url").isPresent();
    }

    /** Whether it is made for each account or entitlement, and so answers about one of them. */
    boolean isDependent() {
        String url = Look.text(call, "http", "url");
        boolean isForEach = Look.at(call, "inputParams").isPresent()
                && !Look.text(call, "inputParams", "dependentCall").equalsIgnoreCase("false");
        return isForEach || url.matches("(?s).*\\$\\{\\s*(id|accountName|entitlementID|entitlementValue)\\b.*");
    }
}
