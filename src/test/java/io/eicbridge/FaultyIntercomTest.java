package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyIntercomTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(1_000).withCallsPerWindow(1_000_000);

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"REFUSED", "STATUS", "DROPPED", "DROPPED_MIDWAY", "TRUNCATED", "EMPTY", "SLOW"})
    void aFaultThatPassesChangesNothing(FaultKind kind) {
        try (Database database = new FileDatabase();
                TestBed bed = sliced(database)) {
            Fault fault = Fault.of(kind).on("/contacts*").withProbability(0.15).withDelay(Duration.ofMillis(30));
            bed.sandbox().faults().add(kind == FaultKind.REFUSED ? fault.times(1) : fault);
            bed.sandbox().traffic().reset();
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("requests").asLong())
                    .isEqualTo(bed.sandbox().traffic().total());
            bed.sandbox().faults().clear();
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void aPageThatComesTwiceIsStoredOnceAndCountedOnce() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.DUPLICATES_PAGE)
                            .on("/contacts*")
                            .after(3)
                            .times(1));
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("accounts").path("created").asInt()).isEqualTo(1_000);
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void aListThatEndsEarlyOnceIsCompletedByASecondReading() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts").after(2).times(1));
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("accounts").path("created").asInt()).isEqualTo(1_000);
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void listsThatAlwaysEndEarlyMakeTheRunIncompleteAndMarkNothing() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            Served before = bed.served("contacts");
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts"));
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("incomplete");
            assertThat(report.path("reason").asText()).contains("Intercom counts 1000");
            assertThat(report.path("accounts").path("gone").asInt()).isZero();
            assertThat(bed.served("contacts")).isEqualTo(before);
            bed.sandbox().faults().clear();
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
        }
    }

    @Test
    void segmentsThatEndEarlyEndNoMembership() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            Served before = bed.served("contacts");
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts/search"));
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").held("Segment")).isEqualTo(before.held("Segment"));
        }
    }

    @Test
    void aFirstImportThatIsIncompleteServesNothing() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox().faults().add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts"));
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("incomplete");
            assertThat(Served.of(bed.store(), "contacts")).isEmpty();
            bed.sandbox().faults().clear();
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
        }
    }

    @Test
    void aCursorThatComesAgainFailsTheRunForThatReason() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.REPEATS_CURSOR).on("/contacts").after(2));
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("failed");
            assertThat(report.path("reason").asText()).contains("a cursor came a second time");
            assertThat(Served.of(bed.store(), "contacts")).isEmpty();
            bed.sandbox().faults().clear();
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
        }
    }

    @Test
    void aScrollThatBeginsAgainAtItsEndFailsTheRunForThatReason() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox().faults().add(Fault.of(FaultKind.REPEATS_CURSOR).on("/companies/scroll*"));
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("failed");
            assertThat(report.path("reason").asText()).contains("brought nothing new");
        }
    }

    @Test
    void aLostScrollBeginsAgainAndCountsEachCompanyOnce() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.SCROLL_LOST)
                            .on("/companies/scroll*")
                            .after(1)
                            .times(2));
            JsonNode report = bed.fullImport("contacts");
            SameAsIntercom.contacts(bed, report);
            assertThat(report.path("entitlements").path("unchanged").asInt()).isZero();
        }
    }

    @Test
    void aScrollThatAnotherProgramHasOpenIsWaitedFor() throws Exception {
        try (Database database = new FileDatabase();
                TestBed bed =
                        listed(database).with("import.scroll-retry", "300").start()) {
            bed.sandbox().controls().clockOffset(Duration.ZERO);
            assertThat(bed.askIntercom("/companies/scroll")).isEqualTo(200);
            long run = bed.begin("contacts", false);
            bed.untilAnswered("GET", "/companies/scroll", 400);
            bed.sandbox().controls().clockOffset(Duration.ofMinutes(3));
            SameAsIntercom.contacts(bed, bed.ended(run).path("report"));
        }
    }

    @Test
    void aTokenThatIsRevokedMeanwhileFailsTheRunWhichTheNextOneContinues() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.STATUS)
                            .on("/contacts")
                            .withStatus(401)
                            .after(3));
            JsonNode failed = bed.fullImport("contacts");
            assertThat(failed.path("outcome").asText()).isEqualTo("failed");
            assertThat(failed.path("reason").asText())
                    .containsIgnoringCase("token")
                    .doesNotContain("[run=");
            bed.sandbox().faults().clear();
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("run")).isEqualTo(failed.path("run"));
            SameAsIntercom.contacts(bed, report);
        }
    }

    @Test
    void aFailureThatEndsTheRunPromisesNoFurtherTry() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with("intercom.redeliveries", "1")
                        .start()) {
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.STATUS)
                            .on("/contacts")
                            .withStatus(503)
                            .after(3));
            JsonNode failed = bed.fullImport("contacts");
            assertThat(failed.path("outcome").asText()).isEqualTo("failed");
            assertThat(failed.path("reason").asText())
                    .contains("GET /contacts", "503")
                    .doesNotContain("again", "[run=");
        }
    }

    @Test
    void aMissingPermissionIsNamed() {
        try (Database database = new FileDatabase();
                TestBed bed = listed(database)) {
            bed.sandbox().scopes().revoke("read_admins");
            JsonNode report = bed.fullImport("teammates");
            assertThat(report.path("outcome").asText()).isEqualTo("failed");
            assertThat(report.path("reason").asText()).containsIgnoringCase("admins");
        }
    }

    @Test
    void whatTheSearchDoesNotKnowYetIsReadByTheList() {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME.withIndexLag(Duration.ofMinutes(2)), database)
                        .with("contacts.list-below", "100")
                        .start()) {
            String fresh = bed.sandbox().controls().createContact(Map.of("role", "user", "external_id", "fresh"));
            List<String> more = bed.sandbox().controls().createContacts(5);
            assertThat(bed.fullImport("contacts").path("outcome").asText()).isEqualTo("complete");
            assertThat(bed.served("contacts").active())
                    .contains(fresh)
                    .containsAll(more)
                    .hasSize(1_006);
        }
    }

    private static TestBed listed(Database database) {
        return TestBed.of(SOME, database).with("intercom.redeliveries", "8").start();
    }

    private static TestBed sliced(Database database) {
        return TestBed.of(SOME, database)
                .with("contacts.list-below", "100")
                .with("import.parallel", "4")
                .with("intercom.redeliveries", "12")
                .start();
    }
}
