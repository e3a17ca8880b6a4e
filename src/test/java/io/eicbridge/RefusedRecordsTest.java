package io.eicbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eicbridge.sandbox.SandboxSettings;
import io.eicbridge.sandbox.server.Fault;
import io.eicbridge.sandbox.server.FaultKind;
import io.eicbridge.store.BothDatabases;
import io.eicbridge.store.Database;
import io.eicbridge.store.FileDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRecordsTest {
    private static final SandboxSettings SOME =
            SandboxSettings.defaults().withContacts(400).withCallsPerWindow(1_000_000);

    @BothDatabases
    void keepsOneOpenDeadLetterOfEachRecordUntilItMapsAgain(Database database, @TempDir Path folder) {
        try (TestBed bed = dates(database, folder)) {
            String bad = contact(bed, "no date at all");
            String good = contact(bed, "2026-01-31");
            long first = bed.fullImport("contacts").path("run").asLong();
            assertThat(letters(bed)).hasSize(1);
            assertThat(letters(bed).get(0).path("subject").asText()).isEqualTo(bad);
            assertThat(bed.served("contacts").active())
                    .contains(good)
                    .doesNotContain(bad)
                    .hasSize(401);

            JsonNode again = bed.fullImport("contacts");
            assertThat(again.path("outcome").asText()).isEqualTo("complete");
            assertThat(again.path("rejected").asInt()).isEqualTo(1);
            assertThat(again.path("read").asInt()).isEqualTo(402);
            assertThat(letters(bed)).hasSize(1);
            assertThat(letters(bed).get(0).path("run").asLong()).isGreaterThan(first);
            assertThat(payload(bed)).contains("no date at all").contains(bad);

            bed.sandbox().controls().updateContact(bad, Map.of("custom_attributes.born", "2026-02-01"));
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(letters(bed)).isEmpty();
            assertThat(payloads(bed)).isZero();
        }
    }

    @Test
    void aKnownAccountThatCannotBeMappedAnyMoreStaysAsItWasAndIsNotAskedFor(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = dates(database, folder)) {
            String contact = contact(bed, "2026-01-31");
            bed.fullImport("contacts");
            bed.sandbox().controls().updateContact(contact, Map.of("custom_attributes.born", "tomorrow"));
            bed.sandbox().traffic().reset();
            JsonNode report = bed.fullImport("contacts");
            assertThat(bed.sandbox().traffic().answers("GET", "/contacts/{id}", 200))
                    .isZero();
            assertThat(report.path("read").asInt()).isEqualTo(401);
            assertThat(report.path("accounts").path("unchanged").asInt()).isEqualTo(400);
            assertThat(bed.served("contacts").active()).contains(contact);
            assertThat(bed.served("contacts").name(contact)).isEqualTo("2026-01-31");
        }
    }

    @Test
    void aRecordThatIsReadTwiceIsRefusedOnce(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = dates(database, folder)) {
            contact(bed, "no date at all");
            bed.sandbox()
                    .faults()
                    .add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts").after(2).times(1));
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(report.path("rejected").asInt()).isEqualTo(1);
            assertThat(report.path("read").asInt()).isEqualTo(401);
            assertThat(letters(bed)).hasSize(1);
        }
    }

    @Test
    void aContactThatNoListHasButThatIsLiveIsImportedOrItsRecordIsKept(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = datesOf(SOME.withContacts(301), database, folder)
                        .with("import.completeness-margin", "1")
                        .start()) {
            bed.fullImport("contacts");
            Truth truth = bed.truth("contacts");
            String oldest = truth.accounts().stream()
                    .min(Comparator.comparing(
                            id -> truth.account(id).path("created_at").asLong()))
                    .orElseThrow();
            JsonNode missed = importWithoutTheLastPage(bed);
            assertThat(missed.path("accounts").path("missed").asInt()).isEqualTo(1);
            assertThat(missed.path("read").asInt()).isEqualTo(301);
            assertThat(letters(bed)).isEmpty();

            bed.sandbox().controls().updateContact(oldest, Map.of("custom_attributes.born", "tomorrow"));
            JsonNode refused = importWithoutTheLastPage(bed);
            assertThat(refused.path("outcome").asText()).isEqualTo("complete");
            assertThat(refused.path("rejected").asInt()).isEqualTo(1);
            assertThat(letters(bed))
                    .extracting(letter -> letter.path("subject").asText())
                    .containsExactly(oldest);
            assertThat(payload(bed)).contains("tomorrow");
            assertThat(bed.served("contacts").active()).contains(oldest);
        }
    }

    @Test
    void theLetterOfARecordThatIsNoLongerThereIsClosed(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = dates(database, folder)) {
            String bad = contact(bed, "no date at all");
            bed.fullImport("contacts");
            bed.sandbox().controls().delete(bad);
            SameAsIntercom.contacts(bed, bed.fullImport("contacts"));
            assertThat(letters(bed)).isEmpty();
        }
    }

    @Test
    void manyRefusedRecordsDoNotMakeTheRunIncomplete(@TempDir Path folder) {
        try (Database database = new FileDatabase();
                TestBed bed = TestBed.of(SOME, database)
                        .with(
                                "connections.folder",
                                Connections.in(folder)
                                        .column("customproperty1", "external_id~#~date")
                                        .folder()
                                        .toString())
                        .start()) {
            JsonNode report = bed.fullImport("contacts");
            assertThat(report.path("outcome").asText()).isEqualTo("complete");
            assertThat(report.path("read").asInt()).isEqualTo(400);
            assertThat(report.path("rejected").asInt())
                    .isPositive()
                    .isEqualTo(letters(bed).size());
            assertThat(bed.served("contacts").active())
                    .hasSize(400 - report.path("rejected").asInt());
        }
    }

    /** The first request counts, the third one is for the second page of three. */
    private static JsonNode importWithoutTheLastPage(TestBed bed) {
        bed.sandbox().faults().clear();
        bed.sandbox()
                .faults()
                .add(Fault.of(FaultKind.ENDS_EARLY).on("/contacts").after(2).times(1));
        return bed.fullImport("contacts");
    }

    /** One column is a date that only some contacts have. */
    private static TestBed dates(Database database, Path folder) {
        return datesOf(SOME, database, folder).start();
    }

    private static TestBed datesOf(SandboxSettings settings, Database database, Path folder) {
        Connections connections = Connections.in(folder).column("customproperty1", "custom_attributes.born~#~date");
        return TestBed.of(settings, database)
                .with("connections.folder", connections.folder().toString());
    }

    private static String contact(TestBed bed, String date) {
        return bed.sandbox()
                .controls()
                .createContact(Map.of("role", "user", "external_id", date, "custom_attributes.born", date));
    }

    private static List<JsonNode> letters(TestBed bed) {
        List<JsonNode> letters = new ArrayList<>();
        StreamSupport.stream(
                        bed.bridge()
                                .wiring()
                                .requests()
                                .letters()
                                .list("endpoint=contacts")
                                .path("deadLetters")
                                .spliterator(),
                        false)
                .forEach(letters::add);
        return letters;
    }

    private static String payload(TestBed bed) {
        return bed.bridge()
                .wiring()
                .requests()
                .letters()
                .show(letters(bed).get(0).path("id").asText())
                .path("payload")
                .asText();
    }

    private static int payloads(TestBed bed) {
        return bed.store()
                .read(handle -> handle.createQuery("select count(*) from dead_letters where payload is not null")
                        .mapTo(Integer.class)
                        .one());
    }
}
