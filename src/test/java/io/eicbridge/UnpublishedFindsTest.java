package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a full run stored that was never published is not hidden from the runs that are published after it. */
class UnpublishedFindsTest {
    private static final SandboxSettings FEW =
            SandboxSettings.defaults().withContacts(200).withCallsPerWindow(1_000_000);

    @BothDatabases
    void aCompanyThatAnUnpublishedRunFoundFirstIsSeenWithTheNextAccountThatHoldsIt(Database database) {
        try (TestBed bed = TestBed.of(FEW, database).start()) {
            bed.fullImport("contacts");
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            var controls = bed.sandbox().controls();
            String one = controls.createCompany("one", "One");
            String other = controls.createCompany("other", "Other");
            controls.attach(ids.get(0), one);
            controls.attach(ids.get(1), other);
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts"));
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("incomplete");
            bed.sandbox().faults().clear();
            assertThat(bed.served("contacts").values("Company")).doesNotContainKeys(one, other);

            bed.one(ids.get(0));
            Served served = bed.served("contacts");
            assertThat(served.values("Company")).containsEntry(one, "One").doesNotContainKey(other);
            assertThat(served.held("Company")).contains(ids.get(0) + " " + one);

            controls.updateContact(ids.get(1), Map.of("name", "Changed"));
            bed.incremental("contacts");
            served = bed.served("contacts");
            assertThat(served.values("Company")).containsEntry(other, "Other");
            assertThat(served.held("Company")).contains(ids.get(1) + " " + other);
        }
    }
}
