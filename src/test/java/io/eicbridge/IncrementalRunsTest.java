package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.failure.Rejected;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.sandbox.workspace.Controls;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How incremental runs go with full ones, and what a held, a failed or an interrupted run means for the next. */
class IncrementalRunsTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(200).withCallsPerWindow(1_000_000);

    @Test
    void withoutACompleteFullImportItRunsAFullOneOnce() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts"));
            JsonNode first = bed.incremental("contacts");
            assertThat(first.path("mode").asText()).isEqualTo("full");
            assertThat(first.path("outcome").asText()).isEqualTo("incomplete");
            assertThatThrownBy(() -> bed.incremental("contacts"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("no complete full import")
                    .hasMessageContaining("is incomplete")
                    .hasMessageContaining("import without --incremental");
            bed.sandbox().faults().clear();
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(bed.incremental("contacts").path("mode").asText()).isEqualTo("incremental");
        }
    }

    @BothDatabases
    void asksOnceADayForWhatIsLeftOutOrNotThereWhileAFullRunIsHeld(Database database) {
        try (TestBed bed = TestBed.of(SOME, database)
                .with("contacts.entitlements-excluded", "Company:Left Out")
                .start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            ids.subList(0, 60).forEach(controls::archive);
            controls.attach(ids.get(70), controls.createCompany("left-out", "Left Out"));
            assertThat(bed.ended(bed.begin("contacts", false)).path("state").asText())
                    .isEqualTo("held");
            bed.sandbox().traffic().reset();
            bed.incremental("contacts");
            bed.incremental("contacts");
            bed.one(ids.get(71));
            assertThat(bed.sandbox().traffic().answers("GET", "/companies/{id}", 200))
                    .isEqualTo(1);
            controls.clockOffset(Duration.ofHours(25));
            bed.incremental("contacts");
            assertThat(bed.sandbox().traffic().answers("GET", "/companies/{id}", 200))
                    .isEqualTo(2);
        }
    }

    @BothDatabases
    void aHeldFullRunNeverBlocksItAndIsApprovedLater(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            ids.subList(0, 60).forEach(controls::archive);
            String seen = controls.createContact(Map.of("role", "user", "external_id", "seen-by-the-held-run"));
            String tag = controls.createTag("seen by the held run");
            controls.tag(seen, tag);
            long held = bed.begin("contacts", false);
            assertThat(bed.ended(held).path("state").asText()).isEqualTo("held");
            assertThat(bed.served("contacts").values("Tag")).doesNotContainKey(tag);

            String fresh = controls.createContact(Map.of("role", "user", "external_id", "seen-after-it"));
            JsonNode report = bed.incremental("contacts");
            assertThat(report.path("outcome").asText()).as(report.toString()).isEqualTo("complete");
            Served served = bed.served("contacts");
            assertThat(served.active()).contains(fresh, seen, ids.get(0));
            assertThat(served.values("Tag")).containsKey(tag);
            assertThat(served.held("Tag")).contains(seen + " " + tag);
            JsonNode affected =
                    bed.bridge().wiring().desk().progress(Long.toString(held)).path("affected");
            assertThat(affected)
                    .filteredOn(one -> one.path("change").asText().equals("gone")
                            && one.path("kind").asText().equals("account"))
                    .hasSize(60);

            SameAsIntercom.contacts(bed, bed.approve(held));
            JsonNode next = bed.incremental("contacts");
            assertThat(next.path("accounts").path("changed").asInt()).isZero();
            SameAsIntercom.contacts(bed, next);
        }
    }

    @BothDatabases
    void aFullRunThatFailedGoesOnAfterAnIncrementalOneWentAhead(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            List<String> ids = new ArrayList<>(bed.truth("contacts").accounts());
            String early = controls.createContact(Map.of("role", "user", "external_id", "early"));
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.STATUS).withStatus(503).on("/tags"));
            JsonNode failed = bed.fullImport("contacts");
            assertThat(failed.path("outcome").asText()).isEqualTo("failed");
            bed.sandbox().faults().clear();
            controls.updateContact(ids.get(5), Map.of("name", "Meanwhile"));
            String late = controls.createContact(Map.of("role", "user", "external_id", "late"));
            JsonNode report = bed.incremental("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active()).contains(early, late);
            JsonNode resumed = bed.fullImport("contacts");
            assertThat(resumed.path("run").asLong())
                    .isEqualTo(failed.path("run").asLong());
            SameAsIntercom.contacts(bed, resumed);
        }
    }

    @BothDatabases
    void moreEndsThanTheThresholdAllowsAreLeftToAFullRunAndTheRestIsPublished(Database database) {
        try (TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            Served before = bed.served("contacts");
            before.held("Tag").stream()
                    .map(held -> held.split(" "))
                    .limit(before.held("Tag").size() / 2)
                    .forEach(held -> controls.untag(held[0], held[1]));
            String fresh = controls.createContact(Map.of("role", "user", "external_id", "fresh"));
            JsonNode report = bed.incremental("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(report.path("reason").asText()).contains("memberships of Tag would end");
            assertThat(bed.served("contacts").held("Tag")).isEqualTo(before.held("Tag"));
            assertThat(bed.served("contacts").active()).contains(fresh);
            long full = bed.begin("contacts", false);
            assertThat(bed.ended(full).path("reason").asText()).contains("memberships.Tag are gone");
            SameAsIntercom.contacts(bed, bed.approve(full));
        }
    }

    @Test
    void aRunWithTooManyNewAccountsIsHeldAndOthersWaitForItsApproval(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with(
                                "connections.folder",
                                Connections.in(folder)
                                        .creations("accounts", "value", 10)
                                        .folder()
                                        .toString())
                        .start()) {
            bed.fullImport("contacts");
            List<String> fresh = bed.sandbox().controls().createContacts(11);
            long run = bed.begin("contacts", "incremental", false);
            JsonNode held = bed.ended(run);
            assertThat(held.path("state").asText()).isEqualTo("held");
            assertThat(held.path("affected"))
                    .filteredOn(one -> one.path("kind").asText().equals("account"))
                    .hasSize(11)
                    .allMatch(one -> one.path("change").asText().equals("created"));
            assertThat(bed.served("contacts").active()).doesNotContainAnyElementsOf(fresh);
            assertThatThrownBy(() -> bed.incremental("contacts"))
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("import approve " + run);
            SameAsIntercom.contacts(bed, bed.approve(run));
            SameAsIntercom.contacts(bed, bed.incremental("contacts"));
        }
    }

    @Test
    void theMarkStaysWhereARunFailsAndTheNextOneGoesOn() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            long marked = mark(bed);
            String fresh = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "fresh"));
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.STATUS).withStatus(503).on("/tags"));
            JsonNode failed = bed.incremental("contacts");
            assertThat(failed.path("outcome").asText()).isEqualTo("failed");
            assertThat(bed.served("contacts").active()).doesNotContain(fresh);
            assertThat(mark(bed)).isEqualTo(marked);
            bed.sandbox().faults().clear();
            JsonNode resumed = bed.incremental("contacts");
            assertThat(resumed.path("run").asLong())
                    .isEqualTo(failed.path("run").asLong());
            assertThat(mark(bed)).isEqualTo(failed.path("run").asLong());
            SameAsIntercom.contacts(bed, resumed);
        }
    }

    @Test
    void aMarkOfAnotherFormatCountsAsNone() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            bed.store().inTransaction(handle -> handle.execute("update watermarks set format = 99"));
            assertThat(bed.incremental("contacts").path("mode").asText()).isEqualTo("full");
            assertThat(bed.incremental("contacts").path("mode").asText()).isEqualTo("incremental");
        }
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndChangesNothing() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database).start()) {
            bed.fullImport("contacts");
            Controls controls = bed.sandbox().controls();
            Served before = bed.served("contacts");
            String[] held = before.held("Tag").first().split(" ");
            controls.untag(held[0], held[1]);
            controls.createContact(Map.of("role", "user", "external_id", "fresh"));
            long marked = mark(bed);
            JsonNode dry = bed.ended(bed.begin("contacts", "incremental", true)).path("report");
            assertThat(dry.path("accounts").path("created").asInt()).isEqualTo(1);
            assertThat(dry.path("memberships").path("gone").asInt()).isEqualTo(1);
            assertThat(bed.served("contacts").memberships()).isEqualTo(before.memberships());
            assertThat(bed.served("contacts").active()).isEqualTo(before.active());
            assertThat(mark(bed)).isEqualTo(marked);
            SameAsIntercom.contacts(bed, bed.incremental("contacts"));
        }
    }

    /** The run that moved the mark. */
    private static long mark(TestBed bed) {
        return bed.store().read(handle -> handle.createQuery("select run from watermarks where endpoint = 'contacts'")
                .mapTo(Long.class)
                .one());
    }
}
