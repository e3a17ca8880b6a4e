package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedMappingTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(300).withCallsPerWindow(1_000_000);

    @BothDatabases
    void anInterruptedRunIsGivenUpAndEveryAccountIsMappedByTheNewFile(Database database, @TempDir Path folder) {
        Connections connections = Connections.in(folder);
        try (TestBed bed = interrupted(database, connections)) {
            connections.column("customproperty60", "#CONST#new~#~char");
            JsonNode report = bed.start().fullImport("contacts");
            assertThat(report.path("run").asInt()).isEqualTo(2);
            SameAsIntercom.contacts(bed, report);
            assertThat(bed.served("contacts").accounts().values())
                    .allMatch(account -> account.attributes().contains("\"60\":\"new\""));
            JsonNode old = progress(bed, 1);
            assertThat(old.path("state").asText()).isEqualTo("failed");
            assertThat(old.path("reason").asText()).contains("The mapping changed since it began");
        }
    }

    @Test
    void anInterruptedRunGoesOnWhereOnlyAThresholdChanged(@TempDir Path folder) {
        Connections connections = Connections.in(folder);
        try (Database database = new FileDatabase();
                TestBed bed = interrupted(database, connections)) {
            connections.contacts("accountThresholdValue", 7);
            JsonNode report = bed.start().fullImport("contacts");
            assertThat(report.path("run").asInt()).isEqualTo(1);
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void anInterruptedRunIsGivenUpWhereTheScopeChanged(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = interrupted(database, Connections.in(folder))) {
            bed.with("contacts.filter", "role=user").start();
            assertThat(bed.fullImport("contacts").path("run").asInt()).isEqualTo(2);
            assertThat(progress(bed, 1).path("reason").asText()).contains("scope changed", "role=user");
        }
    }

    @Test
    void aHeldRunIsNotApprovedUnderAnotherMapping(@TempDir Path folder) {
        Connections connections = Connections.in(folder).creations("accounts", "value", 3);
        try (Database database = new FileDatabase();
                TestBed bed = bed(database, connections).start()) {
            bed.fullImport("contacts");
            bed.sandbox().controls().createContacts(5);
            long held = bed.begin("contacts", false);
            assertThat(bed.ended(held).path("state").asText()).isEqualTo("held");
            connections.column("customproperty60", "#CONST#new~#~char");
            bed.start();
            assertThatThrownBy(() -> bed.bridge().wiring().desk().approve(Long.toString(held)))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("cannot be approved: The mapping changed");
            assertThat(bed.state(held)).isEqualTo("held");
        }
    }

    /** A bridge that stopped in the middle of its first run. */
    private static TestBed interrupted(Database database, Connections connections) {
        TestBed bed = bed(database, connections).start();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.SLOW).on("/contacts/search").withDelay(Duration.ofMillis(40)));
        bed.begin("contacts", false);
        bed.untilAnswered("POST", "/contacts/search", 200);
        bed.stop();
        bed.sandbox().faults().clear();
        return bed;
    }

    private static TestBed bed(Database database, Connections connections) {
        return TestBed.of(SOME, database)
                .with("connections.folder", connections.folder().toString())
                .with("contacts.list-below", "100")
                .with("import.parallel", "2");
    }

    private static JsonNode progress(TestBed bed, long run) {
        return bed.bridge().wiring().desk().progress(Long.toString(run));
    }
}
