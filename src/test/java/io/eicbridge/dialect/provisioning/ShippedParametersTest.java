package io.eicbridge.dialect.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedParametersTest {
    private static final Path CONTACTS = Path.of("connections/contacts");
    private static final Path TEAMMATES = Path.of("connections/teammates");
    private final Map<Path, ConnectionParameters> shipped =
            ConnectionParameters.readAll(List.of(CONTACTS, TEAMMATES), Map.of("url", "https://api.intercom.io"));

    @Test
    void contactsHaveAParameterForEveryOperation() {
        for (String name : List.of(
                "CreateAccountJSON",
                "UpdateAccountJSON",
                "EnableAccountJSON",
                "DisableAccountJSON",
                "RemoveAccountJSON",
                "AddAccessJSON",
                "RemoveAccessJSON",
                "CreateEntitlementJSON",
                "UpdateEntitlementJSON",
                "DeleteEntitlementJSON",
                "CreateTicketJSON",
                "TicketStatusJSON")) {
            assertThat(shipped.get(CONTACTS).find(name)).as(name).isPresent();
        }
    }

    @Test
    void teammatesHaveOnesForWhatSomeInterfaceOfIntercomCanDo() {
        for (String name : List.of(
                "CreateAccountJSON",
                "UpdateAccountJSON",
                "DisableAccountJSON",
                "RemoveAccountJSON",
                "AddAccessJSON",
                "RemoveAccessJSON",
                "CreateTicketJSON",
                "TicketStatusJSON")) {
            assertThat(shipped.get(TEAMMATES).find(name)).as(name).isPresent();
        }
        assertThat(shipped.get(TEAMMATES).find("EnableAccountJSON")).isEmpty();
    }
}
