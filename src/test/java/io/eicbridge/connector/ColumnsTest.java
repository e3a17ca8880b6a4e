package io.eicbridge.connector;

import static io.eicbridge.connector.Calls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Columns accounts = Columns.ofAccounts(List.of("DISPLAYNAME", "CUSTOMPROPERTY3", "STATUS"));

    @Test
    void givesOwnAndMappedColumnsOnceWhereNoFieldsAreNamed() {
        assertThat(accounts.chosen(List.of()))
                .containsExactly("ACCOUNTID", "NAME", "STATUS", "CUSTOMPROPERTY11", "DISPLAYNAME", "CUSTOMPROPERTY3");
    }

    @Test
    void findsFieldsInAnyCaseAndKeepsTheirOrder() {
        assertThat(accounts.chosen(List.of("customproperty3", "accountId", "Name", "name")))
                .containsExactly("CUSTOMPROPERTY3", "ACCOUNTID", "NAME");
    }

    @Test
    void knowsTheContractsColumnsThoughNothingIsMappedToThem() {
        assertThat(accounts.chosen(List.of("customproperty60", "comments")))
                .containsExactly("CUSTOMPROPERTY60", "COMMENTS");
        assertThat(Columns.ofEntitlements(List.of("customproperty2"))
                        .chosen(List.of(
                                "ENTITLEMENTID", "entitlement_value", "entitlementTypeName", "customproperty40")))
                .containsExactly("entitlementID", "entitlement_value", "entitlementTypeName", "customproperty40");
    }

    @Test
    void namesTheAllowedColumnsWhereOneIsUnknown() {
        assertRefused(
                400, "the first at place 2: allowed are ACCOUNTCLASS", () -> accounts.chosen(List.of("name", "city")));
        assertRefused(400, "allowed are accountID, entitlementID", () -> Columns.ofMemberships()
                .chosen(List.of("name")));
    }
}
