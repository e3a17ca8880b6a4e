package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eicbridge.flow.RouteSelection;
import io.eicbridge.journal.request.NewRequest;
import io.eicbridge.journal.request.Operation;
import io.eicbridge.journal.request.ProvisioningRequest;
import io.eicbridge.journal.request.RequestState;
import io.eicbridge.journal.request.RetryOwner;
import io.eicbridge.provisioning.RequestDesk;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Requests about contacts on their whole way: accepted, carried out, read back from Intercom, and left alone by the next import. */
class ContactRequestsTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(60).withCallsPerWindow(1_000_000);

    @BothDatabases
    void theDirectoryHoldsWhatWasDoneAndTheNextFullImportCorrectsNothing(Database database) {
        try (TestBed bed =
                TestBed.of(FEW, database).with("webhooks.contacts-sweep", "50").start(RouteSelection.ALL)) {
            bed.fullImport("contacts");
            String tag = bed.served("contacts")
                    .entitlements()
                    .get("Tag")
                    .keySet()
                    .iterator()
                    .next();

            String id = carried(bed, Operation.CREATE, null, null, "jo").accountId();
            until(() -> bed.served("contacts").active().contains(id));
            carried(bed, Operation.ADD_ACCESS, "jo", tag, "jo");
            until(() -> bed.served("contacts").memberships().get("Tag").contains(id + " " + tag));
            carried(bed, Operation.DISABLE, id, null, "jo");
            until(() -> !bed.served("contacts").active().contains(id));
            Served before = bed.served("contacts");
            JsonNode report = bed.fullImport("contacts");

            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts")).isEqualTo(before);
            assertThat(bed.served("contacts").memberships().get("Tag")).contains(id + " " + tag);
            assertThat(bed.sandbox().effects().byObject("contact_created")).hasSize(1);
            carried(bed, Operation.ENABLE, id, null, "jo");
            until(() -> bed.served("contacts").active().contains(id));
            assertThat(bed.fullImport("contacts")
                            .path("accounts")
                            .path("reactivated")
                            .asInt())
                    .isZero();
        }
    }

    private static ProvisioningRequest carried(
            TestBed bed, Operation operation, String account, String tag, String user) {
        ObjectNode bindings = JsonNodeFactory.instance.objectNode();
        bindings.putObject("user").put("username", user).put("email", user + "@example.net");
        RequestDesk desk = bed.bridge().wiring().provisioning().desk();
        long id = desk.accept(new NewRequest(
                        "contacts",
                        "test",
                        operation.word(),
                        operation,
                        account,
                        tag == null ? null : "Tag",
                        tag,
                        RetryOwner.CALLER,
                        bindings))
                .request()
                .id();
        ProvisioningRequest ended = desk.await(id, Duration.ofSeconds(30));
        assertThat(ended.state()).as(ended.reason()).isEqualTo(RequestState.SUCCEEDED);
        return ended;
    }

    private static void until(Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }
}
